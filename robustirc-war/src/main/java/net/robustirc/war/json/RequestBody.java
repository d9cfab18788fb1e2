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

    private RequestBody() {}

    /**
     * Reads to the end of the body.
     *
     * @param contentLength as announced, -1 where it was not
     * @param limit most bytes
     * @throws RefusedException 413 if it is larger, 400 if it ends before its announced length
     */
    public static byte[] read(InputStream body, long contentLength, int limit) {
        if (contentLength > limit) {
            throw Refusal.tooLarge(limit).asException();
        }
        try {
            byte[] bytes = body.readNBytes(contentLength >= 0 ? (int) contentLength : limit + 1);
            if (bytes.length > limit) {
                throw Refusal.tooLarge(limit).asException();
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.BODY_CUT_SHORT.asException();
        }
    }
}
