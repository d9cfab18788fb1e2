package net.robustirc.tools;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the user can do something about: printed as one sentence, without a stack trace. */
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolException(String message) {
        super(message);
    }

    public ToolException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A file that is not as it should be. What the system throws often has the path for a message.
     *
     * @param problem what comes after its name, e.g. "cannot be read"
     */
    public static ToolException file(Path file, String problem, IOException cause) {
        return new ToolException(file + " " + problem + ": " + reason(cause) + ".", cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (cause instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is no directory";
        }
        return cause.getMessage();
    }
}
