package net.robustirc.consensus.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.robustirc.statemachine.snapshot.StateImage;

/** Count and SHA-256 of the entries in canonical order, each part with its length before it. */
final class ImageDigest implements StateImage.Sink {
    private final MessageDigest sha256;
    private long count;

    ImageDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void put(String map, byte[] key, byte[] value) {
        add(map.getBytes(StandardCharsets.UTF_8));
        add(key);
        add(value);
        count++;
    }

    long count() {
        return count;
    }

    /** Lower-case hexadecimal; nothing is put after that. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void add(byte[] part) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        sha256.update(part);
    }
}
