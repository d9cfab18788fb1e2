package net.robustirc.statemachine.state;

/**
 * How a session came in.
 *
 * @param address its newest known address, in one form; empty while it is unknown
 * @param cloak host that stands for the address; empty if there is none
 * @param solvedNanos when the newest captcha that it solved was given out; older ones are void
 * @param admitted serial number of the channel that a captcha lets it join; 0 if there is none
 */
public record Entrance(String address, String cloak, long solvedNanos, long admitted) {
    /** Of a new session: nothing is known. */
    public static final Entrance UNKNOWN = new Entrance("", "", 0, 0);

    /** The same from another address. */
    public Entrance from(String next, String nextCloak) {
        return new Entrance(next, nextCloak, solvedNanos, admitted);
    }

    /** The same with another cloak. */
    public Entrance withCloak(String next) {
        return new Entrance(address, next, solvedNanos, admitted);
    }

    /** A captcha given out at that time was solved. */
    public Entrance solved(long challengeNanos, long channel) {
        return new Entrance(address, cloak, challengeNanos, channel);
    }

    /** The admission is used up, if it was for that channel. */
    Entrance joined(long channel) {
        return admitted == channel ? new Entrance(address, cloak, solvedNanos, 0) : this;
    }
}
