package net.robustirc.consensus.output;

import java.io.IOException;
import java.nio.file.Path;

/** A segment file does not hold what was written: the message names file, offset and reason. */
public final class DamagedSegmentException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedSegmentException(Path file, long offset, String reason) {
        super("output segment %s is damaged at byte %d: %s".formatted(file, offset, reason));
    }
}
