package net.robustirc.session.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.robustirc.session.MessagePosition;

/** The four requests of the protocol (robustsession-client.md section 2), for one session. */
public final class SessionRequests {
    private static final String ROOT = "/robustirc/v1/";

    private final byte[] headers;
    private final byte[] postLine;
    private final String streamPath;
    private final byte[] deleteLine;

    private SessionRequests(byte[] headers, String sessionId) {
        this.headers = headers;
        this.postLine = ascii("POST " + ROOT + sessionId + "/message HTTP/1.1");
        this.streamPath = "GET " + ROOT + sessionId + "/messages?lastseen=";
        this.deleteLine = ascii("DELETE " + ROOT + sessionId + " HTTP/1.1");
    }

    /** What goes with every request of one client, but for the session's token. */
    public record Identity(
            String userAgent, Optional<String> forwardedFor, Optional<String> bridgeAuth) {

        private byte[] headers(String sessionAuth) {
            StringBuilder out = new StringBuilder(512);
            header(out, "User-Agent", userAgent);
            header(out, "Content-Type", "application/json");
            header(out, "X-Session-Auth", sessionAuth);
            forwardedFor.ifPresent(value -> header(out, "X-Forwarded-For", value));
            bridgeAuth.ifPresent(value -> header(out, "X-Bridge-Auth", value));
            return ascii(out.toString());
        }

        private static void header(StringBuilder out, String name, String value) {
            out.append("\r\n").append(name).append(": ").append(value);
        }
    }

    /** The request that creates a session; the token's header is there and empty. */
    public static WireRequest create(Identity identity) {
        return new WireRequest(ascii("POST " + ROOT + "session HTTP/1.1"), identity.headers(""));
    }

    /**
     * Asks a server whether it lives. Whatever it answers says yes, be it that there is no such
     * page.
     */
    public static WireRequest probe(String userAgent) {
        return new WireRequest(ascii("GET /livez HTTP/1.1"), ascii("\r\nUser-Agent: " + userAgent));
    }

    /** The other three, for the session that the answer describes. */
    public static SessionRequests of(Identity identity, CreateAnswer answer) {
        return new SessionRequests(identity.headers(answer.sessionAuth()), answer.sessionId());
    }

    /** Posts one line. */
    public WireRequest post(String line, long clientMessageId) {
        return new WireRequest(postLine, headers, JsonText.post(line, clientMessageId));
    }

    /** Opens the stream behind this position. */
    public WireRequest stream(MessagePosition lastSeen) {
        return new WireRequest(ascii(streamPath + lastSeen + " HTTP/1.1"), headers);
    }

    /** Ends the session. */
    public WireRequest delete(String quitText) {
        return new WireRequest(deleteLine, headers, JsonText.quit(quitText));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
