package net.robustirc.war.request;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;
import net.robustirc.war.json.RequestBody;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * One request. Routes take it as {@code @Context} parameter; it costs no look-up in Jersey's
 * injection, which is most of what Jersey costs.
 */
public final class ClientRequest {
    static final String ATTRIBUTE = ClientRequest.class.getName();

    /**
     * So many requests may hold one of the container's threads until their body has come. Nearly
     * all bodies come with their head; whoever sends many slowly, or not at all, shall not keep the
     * others out.
     */
    private static final Semaphore UNFINISHED = new Semaphore(24);

    /** So many more may while a body that is too large is thrown away. */
    private static final Semaphore OVERSIZED = new Semaphore(4);

    private final ContainerRequest routed;
    private final HttpServletRequest request;

    ClientRequest(ContainerRequest routed) {
        this.routed = routed;
        this.request = (HttpServletRequest) routed.getProperty(ATTRIBUTE);
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** What the route's template matched; decoded. */
    public String pathParameter(String name) {
        return routed.getUriInfo().getPathParameters().getFirst(name);
    }

    /** A parameter of the query, decoded; empty text where there is none. */
    public String queryParameter(String name) {
        String value = routed.getUriInfo().getQueryParameters().getFirst(name);
        return value == null ? "" : value;
    }

    /** Path and query as they were asked for. */
    public String uri() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** Address of the TCP peer. */
    public String peer() {
        return request.getRemoteAddr();
    }

    /** Whether there is a body, perhaps one that never ends. */
    public boolean hasBody() {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /**
     * Reads the whole body; blocks until it is there.
     *
     * @throws RefusedException if it is longer than the limit or cannot be read to its end, or if
     *     too many others wait for theirs
     */
    public byte[] body(int limit) {
        InputStream in = stream();
        long length = request.getContentLengthLong();
        boolean tooLarge = length > limit;
        if (length >= 0 && !tooLarge && available(in) >= length) {
            return RequestBody.read(in, length, limit);
        }
        Semaphore places = tooLarge ? OVERSIZED : UNFINISHED;
        // Who asks first whether to send a body does not send it once it is refused.
        if (tooLarge && header("Expect").isPresent() || !places.tryAcquire()) {
            throw (tooLarge ? Refusal.tooLarge(limit) : Refusal.TOO_MANY_UNFINISHED).asException();
        }
        try {
            return RequestBody.read(in, length, limit);
        } finally {
            places.release();
        }
    }

    /** The same for who has given the administrator's password: clients do not keep him waiting. */
    public byte[] administratorsBody(int limit) {
        return RequestBody.read(stream(), request.getContentLengthLong(), limit);
    }

    private InputStream stream() {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw Refusal.BODY_CUT_SHORT.asException();
        }
    }

    private static int available(InputStream in) {
        try {
            return in.available();
        } catch (IOException e) {
            throw Refusal.BODY_CUT_SHORT.asException();
        }
    }

    /** The container's side of a suspended request. */
    public AsyncContext asyncContext() {
        return request.getAsyncContext();
    }
}
