package net.robustirc.war.json;

import java.io.IOException;
import java.io.InputStream;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.failure.RefusedException;

/** Reads whole bodies, of bounded size. */
public final class RequestBody {
    /** Of a client's request, in bytes. */
    public static final int LIMIT = 8192;

    /** Of a network configuration, in bytes. */
    public static final int CONFIG_LIMIT = 65_536;

    /**
     * A body up to so many bytes is read to its end even when it is refused: a connection that is
     * closed while the client still sends is reset, and the answer may be lost with it.
     */
    private static final long DISCARDED = 1 << 20;

    private RequestBody() {}

    /**
     * Reads to the end of the body, unless it is far too large.
     *
     * @param contentLength as announced, -1 where it was not
     * @param limit most bytes
     * @throws RefusedException 413 if it is larger, 400 if it ends before its announced length
     */
    public static byte[] read(InputStream body, long contentLength, int limit) {
        if (contentLength > DISCARDED) {
            throw Refusal.tooLarge(limit).asException();
        }
        try {
            long most = contentLength < 0 ? limit + 1 : Math.min(contentLength, limit + 1);
            byte[] bytes = body.readNBytes((int) most);
            if (bytes.length > limit) {
                body.skip(DISCARDED);
                throw Refusal.tooLarge(limit).asException();
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.BODY_CUT_SHORT.asException();
        }
    }
}
