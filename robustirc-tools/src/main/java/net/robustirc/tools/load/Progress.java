package net.robustirc.tools.load;

import java.io.PrintWriter;

/** Says what is going on, on the error stream, so that the results stand alone on the other. */
record Progress(PrintWriter err) {
    void say(String format, Object... arguments) {
        err.printf(format + "%n", arguments);
        err.flush();
    }
}
