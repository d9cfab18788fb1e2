package net.robustirc.consensus.ratis;

import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.codec.proto.Entry;
import net.robustirc.statemachine.entry.Outcome;

/**
 * A command that was accepted here and whose outcome is not known yet.
 *
 * @param entry encoded once, by the thread that submitted it
 * @param bytes size of the encoded entry
 */
record Submission(Entry entry, int bytes, CompletableFuture<Outcome> outcome) {
    static Submission of(Entry entry) {
        return new Submission(entry, entry.getSerializedSize(), new CompletableFuture<>());
    }
}
