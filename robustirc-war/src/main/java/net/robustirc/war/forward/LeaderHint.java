package net.robustirc.war.forward;

import java.util.Optional;
import java.util.function.LongSupplier;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Role;

/** Value of {@code Content-Location}: which node did the work (robustsession-client.md rule 31). */
public final class LeaderHint {
    /** Every post asks; a hint that is a little old costs one more hop at worst. */
    private static final long FRESH_NANOS = 50_000_000;

    private final Consensus consensus;
    private final LongSupplier nanoTime;
    private volatile Known known;

    private record Known(Optional<String> otherLeader, long nanos) {}

    /**
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public LeaderHint(Consensus consensus, LongSupplier nanoTime) {
        this.consensus = consensus;
        this.nanoTime = nanoTime;
        this.known = look();
    }

    private Known look() {
        NodeStatus status = consensus.status();
        return new Known(
                status.role() == Role.LEADER
                        ? Optional.empty()
                        : status.leader().filter(leader -> !leader.isEmpty()),
                nanoTime.getAsLong());
    }

    /**
     * {@code //leader:port/path}, or nothing where this node leads or knows no leader: without an
     * authority part a client would add an empty server to its list.
     *
     * @param uri path as requested, with query if there was one
     */
    public Optional<String> contentLocation(String uri) {
        Known current = known;
        if (nanoTime.getAsLong() - current.nanos() > FRESH_NANOS) {
            current = look();
            known = current;
        }
        return current.otherLeader().map(leader -> "//" + leader + uri);
    }
}
