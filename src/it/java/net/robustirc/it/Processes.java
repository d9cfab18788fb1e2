package net.robustirc.it;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs and ends child processes. */
final class Processes {
    private Processes() {}

    /** Runs a command; fails with its output unless it exits with 0. */
    static String run(List<String> command) throws IOException {
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes());
        int status = awaitEnd(child, 60);
        if (status != 0) {
            throw new IllegalStateException(command + " exited with " + status + ": " + output);
        }
        return output;
    }

    /**
     * Exit status of a process that ends by itself; kills it and all that it started if it does not
     * in time.
     */
    static int awaitEnd(Process process, int seconds) {
        try {
            if (process.waitFor(seconds, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<ProcessHandle> started = process.descendants().toList(); // known while it lives
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("still ran after " + seconds + " s: " + process.info());
    }
}
