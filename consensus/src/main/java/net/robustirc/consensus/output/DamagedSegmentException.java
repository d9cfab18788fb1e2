package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.Path;

/** A segment file does not hold what was written: the message names file, offset and reason. */
public final class DamagedSegmentException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedSegmentException(Path file, long offset, String reason) {
        this("output segment %s is damaged at byte %d: %s".formatted(file, offset, reason));
    }

    private DamagedSegmentException(String message) {
        super(message);
    }

    /** A file does not follow the one before. */
    static DamagedSegmentException gap(Path file, long base, long end) {
        return new DamagedSegmentException(
                file, 0, "it begins above id %d, not %d".formatted(base, end));
    }

    /** The newest files are not there. */
    static DamagedSegmentException missing(long end, long lastId) {
        return new DamagedSegmentException(
                "the output segments end at id %d, the snapshot at %d".formatted(end, lastId));
    }
}
