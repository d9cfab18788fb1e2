package net.robustirc.statemachine.command;

/** Mode letters as 004 and 005 announce them. */
final class ModeLetters {
    /** User modes. */
    static final String USER = "BGiorwx";

    /** All channel modes, in ASCII order. */
    static final String CHANNEL = "CINbeiklmnorstvx";

    /** Channel modes that may take a parameter. */
    static final String CHANNEL_WITH_PARAM = "Ibeklov";

    /** Lists of masks, shown when there is no parameter. */
    static final String LISTS = "beI";

    /** Lists; always a parameter; a parameter to set; never one. */
    static final String CHANMODES = "beI,k,l,imnstxrCN";

    /** Channel modes that 324 shows, in ASCII order. */
    static final String SHOWN = "CNiklmnrstx";

    private ModeLetters() {}
}
