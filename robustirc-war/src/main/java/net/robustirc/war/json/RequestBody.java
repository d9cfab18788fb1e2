package net.robustirc.war.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole bodies, of bounded size and in bounded time. */
public final class RequestBody {
    /** Of a client's request, in bytes. */
    public static final int LIMIT = 8192;

    /** Of a network configuration, in bytes. */
    public static final int CONFIG_LIMIT = 65_536;

    /** A body that is too large is read so far, in bytes. */
    private static final int DISCARDED = 1 << 20;

    private static final int PIECE = 8192;

    /** Looked at whenever something comes; the container ends what sends nothing at all. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private RequestBody() {}

    /**
     * Reads to the end of the body.
     *
     * @param contentLength as announced; -1 where it was not
     * @param limit most bytes
     * @throws RefusedException 413 if it is larger, 400 if the client breaks off, 503 if it is slow
     */
    public static byte[] read(InputStream body, long contentLength, int limit) {
        long started = System.nanoTime();
        if (contentLength > limit) {
            throw tooLarge(body, started, limit);
        }
        byte[] bytes = new byte[contentLength < 0 ? limit + 1 : (int) contentLength];
        try {
            int size = 0;
            int more = 0;
            while (more >= 0 && size < bytes.length) {
                if (late(started)) {
                    throw Refusal.BODY_TOO_SLOW.asException();
                }
                more = body.read(bytes, size, bytes.length - size);
                size += Math.max(more, 0);
            }
            if (size > limit) {
                throw tooLarge(body, started, limit);
            }
            return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        } catch (IOException e) {
            throw Refusal.BODY_CUT_SHORT.asException();
        }
    }

    /**
     * Reads what nobody wants, unless it is very much or slow: a connection that is closed while
     * the client still sends is reset, and the answer may be lost with it.
     */
    private static RefusedException tooLarge(InputStream body, long started, int limit) {
        byte[] piece = new byte[PIECE];
        int left = DISCARDED;
        int more = 0;
        try {
            while (more >= 0 && left > 0 && !late(started)) {
                more = body.read(piece);
                left -= more;
            }
        } catch (IOException e) {
            LOG.debug("A body that is too large was cut short", e);
        }
        return Refusal.tooLarge(limit).asException();
    }

    private static boolean late(long started) {
        return System.nanoTime() - started > PATIENCE_NANOS;
    }
}
