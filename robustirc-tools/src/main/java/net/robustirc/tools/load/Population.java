package net.robustirc.tools.load;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import net.robustirc.session.RobustNetwork;
import net.robustirc.session.SessionOptions;
import net.robustirc.tools.ToolException;

/** All sessions of a run: brings them in, a bounded number at a time, and takes them out again. */
final class Population {
    private static final int ENTERING_AT_ONCE = 64;
    private static final int ENTER_LIMIT_SECONDS = 180;
    private static final int LEAVE_LIMIT_SECONDS = 15;

    private final RobustNetwork network;
    private final Consumer<String> ended;
    private final String run =
            Integer.toString(1679616 + new SecureRandom().nextInt(1679616 * 34), 36)
                    .toLowerCase(Locale.ROOT);
    private final List<Participant> members = new ArrayList<>();
    private final List<CompletableFuture<Void>> entering = new ArrayList<>();
    private final Semaphore places = new Semaphore(ENTERING_AT_ONCE);
    private final LongAdder repeated = new LongAdder();

    /**
     * Nobody is in yet.
     *
     * @param ended gets the reason when a session ends too early
     */
    Population(RobustNetwork network, Consumer<String> ended) {
        this.network = network;
        this.ended = ended;
    }

    /** A channel name that no other run uses. */
    String channel(int number) {
        return "#load-" + run + "-" + number;
    }

    /** Begins to bring in one session; waits if too many are on their way. */
    Participant enter(
            String kind, Optional<String> channel, SessionOptions options, Consumer<String> lines)
            throws InterruptedException {
        if (!places.tryAcquire(ENTER_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw tooFew();
        }
        Participant participant =
                new Participant(
                        "l" + run + kind + members.size(),
                        channel,
                        lines,
                        ended,
                        repeated::increment);
        members.add(participant);
        entering.add(
                participant.enter(network, options).whenComplete((in, no) -> places.release()));
        return participant;
    }

    /** In long runs: sessions that never post, or never receive a line, would end. */
    void keepAlive() {
        members.forEach(member -> member.post("PING keepalive"));
    }

    int size() {
        return members.size();
    }

    /** How many lines servers have sent to a session that had them already. */
    long repeated() {
        return repeated.sum();
    }

    /** Returns when all are in. */
    void awaitAll() throws InterruptedException {
        try {
            CompletableFuture.allOf(entering.toArray(CompletableFuture[]::new))
                    .get(ENTER_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new ToolException(
                    "A session could not be set up: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw tooFew();
        }
    }

    private ToolException tooFew() {
        long in = entering.stream().filter(CompletableFuture::isDone).count();
        return new ToolException(
                "Only %d of %d sessions were set up within %d s."
                        .formatted(in, entering.size(), ENTER_LIMIT_SECONDS));
    }

    /** Deletes all sessions, as far as that is possible in a few seconds. */
    void leave() throws InterruptedException {
        CompletableFuture<?>[] leaving =
                members.stream()
                        .map(member -> member.leave().exceptionally(problem -> null))
                        .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(leaving).get(LEAVE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CompletionException e) {
            // The sessions expire by themselves; the measurement is over.
            return;
        }
    }
}
