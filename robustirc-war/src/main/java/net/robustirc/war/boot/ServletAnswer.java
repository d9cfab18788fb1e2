package net.robustirc.war.boot;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.robustirc.war.failure.Refusal;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Jersey's answer to one request goes: the servlet's response.
 *
 * <p>No thread waits for a client that does not read: the container gathers an answer and sends it
 * on its own once the request is completed, but waits where a last piece is told from the announced
 * length, or where the stream is closed. So neither is done here.
 */
final class ServletAnswer implements ContainerResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ServletAnswer.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private Optional<AsyncContext> suspended = Optional.empty();

    ServletAnswer(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) {
        head(response, answer.getStatus(), answer.getStringHeaders());
        try {
            return new Gathered(response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    /** Sets everything but the body. */
    static void head(
            HttpServletResponse response, int status, MultivaluedMap<String, String> headers) {
        response.setStatus(status);
        headers.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    }

    /** Routes wait for as long as they like: what they wait for has its own limits. */
    @Override
    public boolean suspend(long timeout, TimeUnit unit, TimeoutHandler handler) {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        suspended = Optional.of(context);
        return true;
    }

    @Override
    public void setSuspendTimeout(long timeout, TimeUnit unit) {
        throw new IllegalStateException("no route has a time limit of its own");
    }

    @Override
    public void commit() {
        suspended.ifPresent(AsyncContext::complete);
    }

    /** Only writing can fail this late: every other failure has become an answer. */
    @Override
    public void failure(Throwable problem) {
        LOG.debug("An answer could not be written", problem);
        if (!response.isCommitted()) {
            response.setStatus(Refusal.INTERNAL_ERROR.status());
        }
        commit();
    }

    @Override
    public boolean enableResponseBuffering() {
        return true;
    }

    /** Neither flushes nor closes. */
    private static final class Gathered extends FilterOutputStream {
        Gathered(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int size) throws IOException {
            out.write(bytes, from, size);
        }

        @Override
        public void flush() {
            // On completion.
        }

        @Override
        public void close() {
            // On completion.
        }
    }
}
