package net.robustirc.consensus.output;

/** What a restore makes of segments that do not hold what was written. */
public enum Damage {
    /** It fails and changes nothing. */
    REFUSE,
    /** They and all older ones are left out, so that the floor is above them. */
    LEAVE_OUT
}
