package net.robustirc.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.WireRequest;

/**
 * The end of a session that its owner wants: what was posted before goes first, but the DELETE does
 * not wait for it longer than half the time there is. On the session's loop.
 */
final class Farewell {
    private final Lane lane;
    private final WireRequest request;
    private final Optional<ServerAddress> pinned;
    private final Duration limit;
    private Timers.Timer patience = Timers.Timer.NONE;
    private Call call;
    private CompletableFuture<Void> deleted;

    Farewell(Lane lane, WireRequest request, Optional<ServerAddress> pinned, Duration limit) {
        this.lane = lane;
        this.request = request;
        this.pinned = pinned;
        this.limit = limit;
    }

    void begin(PostQueue posts, CompletableFuture<Void> result) {
        deleted = result;
        long startedAt = lane.timers().nanoTime();
        patience = lane.timers().after(limit.toNanos() / 2, () -> send(startedAt));
        posts.whenEmpty(() -> send(startedAt));
    }

    private void send(long startedAt) {
        if (call != null) {
            return;
        }
        patience.cancel();
        long spent = lane.timers().nanoTime() - startedAt;
        call = new Call(lane, request, pinned, limit.minusNanos(spent), new Result());
        call.start();
    }

    private final class Result implements Call.Outcome {
        @Override
        public void accepted(byte[] answer) {
            deleted.complete(null);
        }

        @Override
        public void failed(int status, String answer) {
            if (status == Failures.NOT_FOUND) {
                deleted.complete(null);
                return;
            }
            String sentence = status == 0 ? answer : Failures.sentence(status);
            deleted.completeExceptionally(new RobustSessionException(sentence));
        }
    }

    void cancel() {
        patience.cancel();
        if (call != null) {
            call.cancel();
        }
        deleted.completeExceptionally(new RobustSessionException("The network was closed"));
    }
}
