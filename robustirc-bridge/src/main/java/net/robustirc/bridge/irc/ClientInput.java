package net.robustirc.bridge.irc;

/** What the line decoder makes of a client's bytes. */
sealed interface ClientInput {
    /** One line without its line end; not empty. */
    record Line(String text) implements ClientInput {}

    /** A line longer than IRC allows, thrown away. */
    record TooLong() implements ClientInput {}

    /** The client speaks something else; a hint for the log says what. */
    record Foreign(String hint) implements ClientInput {}
}
