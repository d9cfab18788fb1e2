package net.robustirc.consensus.snapshot;

import java.io.IOException;

/**
 * A snapshot file does not hold what was written: proven by its contents. What could not be opened
 * or belongs to another build is no such file.
 */
public final class DamagedSnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedSnapshotException(String message) {
        super(message);
    }

    DamagedSnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
