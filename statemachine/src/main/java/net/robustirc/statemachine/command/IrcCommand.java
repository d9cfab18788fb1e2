package net.robustirc.statemachine.command;

/** One IRC command: its preconditions, checked by the dispatcher, and what it does. */
interface IrcCommand {
    CommandSpec spec();

    /** Refusals first, in their order of precedence; then the change; then what is announced. */
    void run(Call call);
}
