package net.robustirc.bridge.irc;

import java.time.Duration;

/**
 * The intervals of bridge.md section 16.
 *
 * @param clientSilence after which the client is asked for a sign of life; after twice that it is
 *     given up
 * @param networkSilence after the last post, until a keepalive is posted
 * @param lineSilence after the last line received, until a keepalive is posted for its answer
 * @param slowReader how long a client may leave its lines unread
 */
public record Timing(
        Duration clientSilence,
        Duration networkSilence,
        Duration lineSilence,
        Duration slowReader) {
    /** The values of everyday use. */
    public static Timing defaults() {
        Duration minute = Duration.ofMinutes(1);
        return new Timing(minute, minute, minute.multipliedBy(5), minute.multipliedBy(2));
    }
}
