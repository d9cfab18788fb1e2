package net.robustirc.war.failure;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * An answer that is not success: a status and one plain sentence.
 *
 * <p>A 4xx ends an existing session in every known client (robustsession-client.md 5.1), so what
 * may be different a moment later is 503.
 */
public record Refusal(int status, String sentence) {
    private static final int TOO_LARGE = 413;

    public static final Refusal NOT_FOUND = new Refusal(404, "Not found");
    public static final Refusal BAD_SESSION_ID = new Refusal(404, "invalid session id");
    public static final Refusal NO_TOKEN = new Refusal(404, "no X-Session-Auth header set");
    public static final Refusal WRONG_TOKEN = new Refusal(404, "invalid X-Session-Auth header");
    public static final Refusal NO_SUCH_SESSION = new Refusal(404, "No such session");
    public static final Refusal NOT_YET_SEEN = new Refusal(503, "Session not yet seen");
    public static final Refusal NO_LEADER =
            new Refusal(503, "No leader answers, please try again or try another node");
    public static final Refusal BODY_CUT_SHORT =
            new Refusal(400, "The request body could not be read to its end");
    public static final Refusal BODY_TOO_SLOW =
            new Refusal(503, "The request body did not come in time, please try again");
    public static final Refusal TOO_MANY_UNFINISHED =
            new Refusal(503, "Too many requests wait for their bodies, please try again");
    public static final Refusal POSTS_TOO_FAST =
            new Refusal(503, "This session posts too fast: one at a time");
    public static final Refusal BAD_LASTSEEN =
            new Refusal(400, "lastseen must be two whole numbers with a dot between them");
    public static final Refusal STOPPING =
            new Refusal(503, "This node is stopping, please try another one");
    public static final Refusal CUT_OFF =
            new Refusal(503, "This node is cut off from the network, please try another one");
    public static final Refusal OUTPUT_ELSEWHERE =
            new Refusal(503, "This node's output does not reach back to lastseen, try another one");
    public static final Refusal INTERNAL_ERROR =
            new Refusal(500, "This node failed to answer the request");

    public static final Refusal CREATES_TOO_FAST =
            new Refusal(429, "Too many sessions were created from this address, please wait");

    public static Refusal tooLarge(int limit) {
        return new Refusal(TOO_LARGE, "The request body is larger than " + limit + " bytes");
    }

    public static Refusal badRequest(String sentence) {
        return new Refusal(400, sentence);
    }

    public static Refusal unavailable(String sentence) {
        return new Refusal(503, sentence);
    }

    public RefusedException asException() {
        return new RefusedException(this);
    }

    /** The answer: the sentence and a line feed, never to be taken for anything but text. */
    public Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status)
                        .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                        .header("X-Content-Type-Options", "nosniff")
                        .entity(sentence + "\n");
        // What is left of the body would stand before the next request.
        return status == TOO_LARGE || equals(BODY_TOO_SLOW) || equals(TOO_MANY_UNFINISHED)
                ? response.header("Connection", "close").build()
                : response.build();
    }

    /** The same, saying when to try again. */
    public Response toResponse(long retryAfterSeconds) {
        return Response.fromResponse(toResponse())
                .header(HttpHeaders.RETRY_AFTER, retryAfterSeconds)
                .build();
    }
}
