package net.robustirc.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.wire.WireRequest;

/** Posts of one session, strictly one after the other; on the session's loop. */
final class PostQueue {
    private final Lane lane;
    private final Optional<ServerAddress> pinned;
    private final Availability availability;
    private final IntConsumer fatal;
    private final Deque<Post> waiting = new ArrayDeque<>();
    private Runnable whenEmpty = () -> {};
    private Post current;
    private Call call;

    private record Post(WireRequest request, CompletableFuture<Void> taken) {}

    /** Tells {@code fatal} the status of an answer that ends the session, 0 for none in time. */
    PostQueue(
            Lane lane,
            Optional<ServerAddress> pinned,
            Availability availability,
            IntConsumer fatal) {
        this.lane = lane;
        this.pinned = pinned;
        this.availability = availability;
        this.fatal = fatal;
    }

    void add(WireRequest request, CompletableFuture<Void> taken) {
        waiting.add(new Post(request, taken));
        sendNext();
    }

    private void sendNext() {
        if (current != null) {
            return;
        }
        current = waiting.poll();
        if (current == null) {
            whenEmpty.run();
            return;
        }
        availability.postStarted();
        call = new Call(lane, current.request(), pinned, lane.timeouts().post(), new Result());
        call.start();
    }

    private final class Result implements Call.Outcome {
        @Override
        public void accepted(byte[] answer) {
            Post done = finishCurrent();
            done.taken().complete(null);
            sendNext();
        }

        @Override
        public void failed(int status, String answer) {
            Post lost = finishCurrent();
            String sentence = status == 0 ? answer : Failures.sentence(status);
            lost.taken().completeExceptionally(new RobustSessionException(sentence));
            fatal.accept(status);
            sendNext();
        }
    }

    private Post finishCurrent() {
        Post done = current;
        current = null;
        availability.postFinished();
        return done;
    }

    /** Runs the task once nothing waits and nothing is under way. */
    void whenEmpty(Runnable task) {
        whenEmpty = task;
        sendNext();
    }

    /** Gives up what is under way and what waits. */
    void close(String reason) {
        whenEmpty = () -> {};
        if (current != null) {
            call.cancel();
            waiting.addFirst(finishCurrent());
        }
        RobustSessionException cause = new RobustSessionException(reason);
        while (!waiting.isEmpty()) {
            waiting.poll().taken().completeExceptionally(cause);
        }
    }
}
