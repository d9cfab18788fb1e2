package net.robustirc.statemachine.entry;

/**
 * A command with what travels around it in the log.
 *
 * @param level behaviour level that the command needs (design D2)
 * @param submission the same on every retry of this command
 * @param validUntilNanos Unix time in nanoseconds after which {@code apply} rejects it (design D4)
 */
public record Entry(int level, SubmissionId submission, long validUntilNanos, Command command) {}
