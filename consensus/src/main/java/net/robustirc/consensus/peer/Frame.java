package net.robustirc.consensus.peer;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * A question or an answer. On the wire: length of what follows (4 bytes, big-endian), kind (1
 * byte), body.
 *
 * @param kind what the body holds; the two ends agree on numbers
 * @param body is not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Frame(int kind, byte[] body) {
    /** A chunk of a snapshot has 4 MB. */
    static final int MAX_BODY = 16 << 20;

    /** The answer to a question that could not be answered; the body is a sentence in UTF-8. */
    public static final int FAILED = 0;

    /** The same, where asking again is in vain: this version does not know what was asked. */
    public static final int REFUSED = 255;

    private static final int LENGTH_BYTES = 4;

    /**
     * Blocks for the next one.
     *
     * @throws java.io.EOFException when the other side has closed the connection
     * @throws IOException when what comes is no frame
     */
    static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt() - 1;
        if (length < 0 || length > MAX_BODY) {
            throw new IOException("a frame cannot have " + length + " bytes");
        }
        int kind = in.readUnsignedByte();
        byte[] body = new byte[length];
        in.readFully(body);
        return new Frame(kind, body);
    }

    /** In one piece, so that it is one TLS record if it fits. */
    void write(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH_BYTES + 1 + body.length);
        bytes.putInt(1 + body.length).put((byte) kind).put(body);
        out.write(bytes.array());
        out.flush();
    }
}
