package net.robustirc.statemachine.command;

/**
 * Preconditions of a command, checked before it runs.
 *
 * @param name in upper case
 * @param minParams fewer are answered 461
 * @param beforeRegistration whether an unregistered session may use it; else 451
 * @param afterRegistration whether a registered one may; else 462
 * @param longAnswers whether it may answer so much that nobody may ask for it all the time: 263, if
 *     {@link IrcCommand#asks} says that this is a question
 */
record CommandSpec(
        String name,
        int minParams,
        boolean beforeRegistration,
        boolean afterRegistration,
        boolean longAnswers) {

    /** A command for registered sessions. */
    static CommandSpec registered(String name, int minParams) {
        return new CommandSpec(name, minParams, false, true, false);
    }

    /** A command for registered sessions whose answers may have to wait. */
    static CommandSpec answeringLong(String name, int minParams) {
        return new CommandSpec(name, minParams, false, true, true);
    }

    /** A command for everybody. */
    static CommandSpec always(String name, int minParams) {
        return new CommandSpec(name, minParams, true, true, false);
    }

    /** A command for registration only. */
    static CommandSpec unregistered(String name, int minParams) {
        return new CommandSpec(name, minParams, true, false, false);
    }
}
