package net.robustirc.statemachine.command;

/** One command of a services link: its preconditions, and what it does. irc-commands.md 5.2. */
interface LinkCommand {
    LinkSpec spec();

    /** Refusals first; what is refused is told to the link that asked, and to no other. */
    void run(Call call);
}
