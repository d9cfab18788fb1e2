package net.robustirc.statemachine.command;

/** Mode letters as 004 and 005 announce them. */
final class ModeLetters {
    /** User modes. */
    static final String USER = "i";

    /** All channel modes, in ASCII order. */
    static final String CHANNEL = "Ibeiklmnostv";

    /** Channel modes that may take a parameter. */
    static final String CHANNEL_WITH_PARAM = "Ibeklov";

    /** Lists; always a parameter; a parameter to set; never one. */
    static final String CHANMODES = "beI,k,l,imnst";

    /** Channel modes that 324 shows, in ASCII order. */
    static final String SHOWN = "iklmnst";

    private ModeLetters() {}
}
