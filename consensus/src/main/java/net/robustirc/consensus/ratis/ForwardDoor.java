package net.robustirc.consensus.ratis;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.consensus.codec.BatchCodec;
import net.robustirc.consensus.codec.EntryCodec;
import net.robustirc.consensus.codec.OutcomesCodec;
import net.robustirc.consensus.codec.proto.Entry;

/** Where the batches of the other nodes arrive: their commands travel on with the leader's own. */
final class ForwardDoor {
    private final Batcher batcher;

    ForwardDoor(Batcher batcher) {
        this.batcher = batcher;
    }

    /**
     * Completes with the encoded outcomes of a bare batch, or exceptionally if one is unknown. A
     * command that this version cannot read, or that the log does not take, is refused here: once
     * in a common batch it would take the others with it.
     */
    CompletableFuture<byte[]> take(ByteBuffer batch) {
        List<Submission> submissions;
        try {
            submissions = BatchCodec.parse(batch).stream().map(ForwardDoor::readable).toList();
            batcher.submitForwarded(submissions);
        } catch (IllegalArgumentException | UnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.allOf(
                        submissions.stream()
                                .map(Submission::outcome)
                                .toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        nothing ->
                                OutcomesCodec.encode(
                                        submissions.stream()
                                                .map(s -> s.outcome().join())
                                                .toList()));
    }

    private static Submission readable(Entry entry) {
        EntryCodec.decode(entry);
        Submission submission = Submission.of(entry);
        Batcher.checkSize(submission);
        return submission;
    }
}
