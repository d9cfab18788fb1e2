package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.proto.Entry;
import net.robustirc.statemachine.entry.Outcome;

/**
 * A command that was accepted here and whose outcome is not known yet.
 *
 * @param entry encoded once, by the thread that submitted it
 * @param bytes size of the encoded entry
 * @param acceptedNanos when, by {@link System#nanoTime}
 */
record Submission(Entry entry, int bytes, long acceptedNanos, CompletableFuture<Outcome> outcome) {
    /** Clients expect an answer within 10 s (robustsession-client.md section 12, rule 15). */
    static final Duration PATIENCE = Duration.ofMillis(9500);

    static final String NO_OUTCOME =
            "no outcome within 10 seconds: the network has no leader or is busy";

    static Submission of(Entry entry) {
        return new Submission(
                entry, entry.getSerializedSize(), System.nanoTime(), new CompletableFuture<>());
    }

    /** Whether it has waited for as long as a client would. */
    boolean overdue(long nowNanos) {
        return nowNanos - acceptedNanos >= PATIENCE.toNanos();
    }

    void giveUp(String reason) {
        outcome.completeExceptionally(new UnavailableException(reason));
    }
}
