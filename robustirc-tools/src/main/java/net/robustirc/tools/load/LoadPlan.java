package net.robustirc.tools.load;

import java.time.Duration;

/**
 * What to do to a network.
 *
 * @param posters sessions that post, spread over the channels
 * @param readers sessions that read, spread over the channels: at least one each
 * @param idle further sessions that stream and get no lines
 * @param postTo where posters post
 * @param readFrom where all others stream from
 * @param pause of a poster between an acknowledgement and its next line; zero is a closed loop
 * @param warmup before the measured window
 * @param duration of the measured window
 * @param lineLength of the text that is posted, at least; in bytes
 * @param kills how often the leader is killed within the window, which lasts as long as that takes
 * @param threads for all connections
 */
record LoadPlan(
        int posters,
        int channels,
        long readers,
        int idle,
        Placement postTo,
        Placement readFrom,
        Duration pause,
        Duration warmup,
        Duration duration,
        int lineLength,
        int kills,
        int threads) {

    static final int MAX_SESSIONS = 20_000;
    static final Duration MAX_TIME = Duration.ofHours(1);
    static final int MAX_LINE_LENGTH = 400;
    static final int MAX_KILLS = 100;

    LoadPlan {
        range("--idle", idle, 0, MAX_SESSIONS);
        range("--line-length", lineLength, 0, MAX_LINE_LENGTH);
        range("--kill-leader", kills, 0, MAX_KILLS);
        range("--threads", threads, 1, 64);
        long sessions = posters + readers + idle;
        if (sessions > MAX_SESSIONS) {
            throw new IllegalArgumentException(
                    "%d sessions are too many; at most %d are possible."
                            .formatted(sessions, MAX_SESSIONS));
        }
        time("--pause", pause);
        time("--warmup", warmup);
        time("--duration", duration);
    }

    /** How many read a channel, counted from 0. */
    int readersOf(int channel) {
        return (int) (readers / channels + (channel < readers % channels ? 1 : 0));
    }

    /** Refuses with a sentence what an option cannot be. */
    static void range(String option, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "%s is %d; %d to %d are possible.".formatted(option, value, lowest, highest));
        }
    }

    private static void time(String option, Duration value) {
        if (value.compareTo(MAX_TIME) > 0) {
            throw new IllegalArgumentException(
                    option + " is longer than " + MAX_TIME.toHours() + " h.");
        }
    }
}
