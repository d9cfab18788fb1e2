package net.robustirc.statemachine.command;

/** One IRC command: its preconditions, checked by the dispatcher, and what it does. */
interface IrcCommand {
    CommandSpec spec();

    /**
     * Whether that is a question with a long answer, which may have to wait: 263. What changes
     * something never has to: bans must always be possible.
     */
    default boolean asks(Call call) {
        return spec().longAnswers();
    }

    /** Refusals first, in their order of precedence; then the change; then what is announced. */
    void run(Call call);
}
