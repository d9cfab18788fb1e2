package net.robustirc.consensus.ratis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node proposes of its own accord: its announcement, and as a leader the passing of time.
 */
final class Duties {
    static final Duration TICK_PERIOD = Duration.ofSeconds(10);

    private static final Duration ANNOUNCE_PERIOD = Duration.ofMillis(250);

    /** How soon a node takes an address back that another has said is its own. */
    private static final Duration TAKE_BACK = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final Member self;
    private final Replica replica;
    private final Health health;
    private final BooleanSupplier leading;
    private final Function<Command, CompletableFuture<Outcome>> submit;
    private final AtomicBoolean announcing = new AtomicBoolean();

    /** Until then an address that another has taken is left to it. */
    private volatile long takeBackNanos = System.nanoTime();

    Duties(
            Member self,
            Replica replica,
            Health health,
            BooleanSupplier leading,
            Function<Command, CompletableFuture<Outcome>> submit) {
        this.self = self;
        this.replica = replica;
        this.health = health;
        this.leading = leading;
        this.submit = submit;
    }

    void start(Threads threads) {
        threads.every(ANNOUNCE_PERIOD, this::announce);
        threads.every(TICK_PERIOD, () -> tick(threads));
    }

    /**
     * Until the table shows what this node is, also after somebody else wrote over it; but two that
     * say they have the same address must not push each other out all the time.
     */
    private void announce() {
        List<Member> members = replica.view().members();
        if (health.hasCaughtUp()
                && !health.stopping()
                && !members.contains(self)
                && !(announcedLately() && members.stream().anyMatch(this::hasOwnAddress))
                && announcing.compareAndSet(false, true)) {
            propose(new Command.AnnounceMember(self))
                    .whenComplete(
                            (outcome, failure) -> {
                                if (failure == null && outcome.accepted()) {
                                    takeBackNanos = System.nanoTime() + TAKE_BACK.toNanos();
                                }
                                announcing.set(false);
                            });
        }
    }

    private boolean announcedLately() {
        return System.nanoTime() - takeBackNanos < 0;
    }

    private boolean hasOwnAddress(Member member) {
        return member.publicAddress().equals(self.publicAddress())
                && !member.peerId().equals(self.peerId());
    }

    /** A tick ends a bounded number of sessions, so another follows at once while some are left. */
    void tick(Threads threads) {
        if (leading.getAsBoolean() && !health.stopping()) {
            propose(new Command.Tick())
                    .thenAccept(
                            outcome -> {
                                if (outcome.accepted() && replica.view().expiryDue()) {
                                    threads.later(Duration.ZERO, () -> tick(threads));
                                }
                            });
        }
    }

    private CompletableFuture<Outcome> propose(Command command) {
        return submit.apply(command)
                .whenComplete(
                        (outcome, failure) -> {
                            if (failure != null || !outcome.accepted()) {
                                LOG.debug("{} was not applied: {}", command, outcome, failure);
                            }
                        });
    }
}
