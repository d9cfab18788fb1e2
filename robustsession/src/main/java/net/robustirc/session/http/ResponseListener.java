package net.robustirc.session.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * What becomes of one exchange, told on its event loop: head, any number of bodies, then complete;
 * or at any point failed. Nothing is told after the exchange was cancelled.
 */
public interface ResponseListener {
    /** Status line and headers are here. */
    void head(int status, HttpHeaders headers);

    /** The next bytes of the body; they belong to the caller. */
    void body(ByteBuf part);

    /** The answer is whole. */
    void complete();

    /** There is no answer, or no more of it. */
    void failed(Throwable cause);
}
