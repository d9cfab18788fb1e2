package net.robustirc.consensus.output;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads segment files; FORMAT.md. Opens them for each read, so that no handle outlives the log, and
 * not as channels, which an interrupted thread closes under the others' hands.
 */
final class SegmentFile {
    private static final byte[] MAGIC = "RIRCOUT\3".getBytes(StandardCharsets.ISO_8859_1);

    private SegmentFile() {}

    static byte[] magic() {
        return MAGIC.clone();
    }

    /** Outputs of one block. */
    static Chunk read(Block.Written block) throws IOException {
        try (RandomAccessFile file = open(block.file())) {
            long offset = block.offset() + BlockHeader.BYTES;
            byte[] body = readFully(file, offset, block.header().bodyBytes());
            return BlockDecoder.decode(block.header(), body);
        } catch (IllegalArgumentException e) {
            throw new DamagedSegmentException(block.file(), block.offset(), e.getMessage());
        } catch (EOFException e) {
            throw new DamagedSegmentException(block.file(), block.offset(), "the file is cut off");
        }
    }

    /**
     * Reads a whole file, checks every block and says where they lie.
     *
     * @throws DamagedSegmentException if it does not hold what was written
     */
    static List<Block.Written> scan(Path path) throws IOException {
        List<Block.Written> blocks = new ArrayList<>();
        long offset = 0;
        try (RandomAccessFile file = open(path)) {
            if (!Arrays.equals(readFully(file, 0, MAGIC.length), MAGIC)) {
                throw new IllegalArgumentException("it is no segment of this format");
            }
            offset = MAGIC.length;
            while (offset < file.length() || blocks.isEmpty()) {
                BlockHeader header = BlockHeader.decode(readFully(file, offset, BlockHeader.BYTES));
                checkFollows(header, blocks);
                SessionFilter filter = check(file, offset, header);
                blocks.add(new Block.Written(header, filter, path, offset));
                offset += BlockHeader.BYTES + header.bodyBytes();
            }
            return blocks;
        } catch (IllegalArgumentException e) {
            throw new DamagedSegmentException(path, offset, e.getMessage());
        } catch (EOFException e) {
            throw new DamagedSegmentException(path, offset, "the file is cut off");
        }
    }

    private static RandomAccessFile open(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "r");
    }

    private static SessionFilter check(RandomAccessFile file, long offset, BlockHeader header)
            throws IOException {
        byte[] body = readFully(file, offset + BlockHeader.BYTES, header.bodyBytes());
        BlockDecoder.check(header, body);
        return new SessionFilter(Arrays.copyOfRange(body, header.payloadBytes(), body.length));
    }

    private static void checkFollows(BlockHeader header, List<Block.Written> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        long last = blocks.get(blocks.size() - 1).header().lastId();
        if (header.base() != last) {
            throw new IllegalArgumentException(
                    "the block begins above id %d, not %d".formatted(header.base(), last));
        }
    }

    private static byte[] readFully(RandomAccessFile file, long offset, int length)
            throws IOException {
        if (length < 0 || length > file.length() - offset) {
            throw new EOFException();
        }
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}
