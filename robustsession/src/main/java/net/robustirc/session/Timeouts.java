package net.robustirc.session;

import java.time.Duration;

/**
 * How long the library waits for what.
 *
 * @param connect one TCP connection
 * @param handshake one TLS handshake
 * @param firstByte the status line of a stream
 * @param streamSilence a stream without an object, one and a half pings
 * @param postTry one try of a create, post or delete at one server that is known to live
 * @param doubt such a try goes unanswered for so long until its server is asked whether it lives
 * @param quiet all streams from a server say nothing for so long until it is asked the same
 * @param probe the answer to that question; a server that gives none is suspect
 * @param create all tries of a create
 * @param post all tries of a post
 * @param delete all tries of a delete, queued posts before it included
 * @param stallNotice how long reading or posting fails until the listener is told
 */
public record Timeouts(
        Duration connect,
        Duration handshake,
        Duration firstByte,
        Duration streamSilence,
        Duration postTry,
        Duration doubt,
        Duration quiet,
        Duration probe,
        Duration create,
        Duration post,
        Duration delete,
        Duration stallNotice) {

    /** The values of everyday use. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(25),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60),
                Duration.ofSeconds(290),
                Duration.ofSeconds(5),
                Duration.ofSeconds(8));
    }

    /** The same with another limit for all tries of a post. */
    public Timeouts withPost(Duration limit) {
        return new Timeouts(
                connect,
                handshake,
                firstByte,
                streamSilence,
                postTry,
                doubt,
                quiet,
                probe,
                create,
                limit,
                delete,
                stallNotice);
    }
}
