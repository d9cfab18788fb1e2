package net.robustirc.statemachine.command;

/**
 * Preconditions of a services link's command; without them it is answered 461.
 *
 * @param name in upper case
 * @param minParams least number of parameters
 * @param prefix whether it must say in its prefix from whom it comes
 */
record LinkSpec(String name, int minParams, boolean prefix) {
    /** A command of a pseudo-client, or of the services server itself. */
    static LinkSpec of(String name, int minParams) {
        return new LinkSpec(name, minParams, true);
    }

    /** A command that does not look at its prefix, or needs none. */
    static LinkSpec anonymous(String name, int minParams) {
        return new LinkSpec(name, minParams, false);
    }
}
