package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.statemachine.entry.SessionId;

/**
 * The channels that a session was invited to: the newest few.
 *
 * @param all oldest first; some of them may be over
 */
public record Invitations(List<Invitation> all) {
    /** An invitation must not be a way to fill memory. */
    static final int MAX = 20;

    /** Time to come. */
    private static final long VALID_NANOS = 3_600_000_000_000L;

    public static final Invitations NONE = new Invitations(List.of());

    /**
     * One invitation.
     *
     * @param channel serial number
     * @param inviter session that sent it; of services, their link
     * @param timeNanos when, Unix nanoseconds
     */
    public record Invitation(long channel, SessionId inviter, long timeNanos) {
        boolean over(long nowNanos) {
            return nowNanos - timeNanos > VALID_NANOS;
        }
    }

    public Invitations {
        all = List.copyOf(all);
    }

    /** Whether it is invited to that channel at that time. */
    boolean contains(long channel, long nowNanos) {
        return all.stream().anyMatch(one -> one.channel() == channel && !one.over(nowNanos));
    }

    /**
     * One more. Those that are over go; if there are too many, the oldest of whoever has sent most,
     * so that nobody pushes out another's.
     */
    public Invitations with(Invitation next) {
        List<Invitation> more = new ArrayList<>(without(next.channel()).all);
        more.removeIf(one -> one.over(next.timeNanos()));
        more.add(next);
        if (more.size() > MAX) {
            more.remove(Busiest.first(more, Invitation::inviter));
        }
        return new Invitations(more);
    }

    Invitations without(long channel) {
        return all.stream().noneMatch(one -> one.channel() == channel)
                ? this
                : new Invitations(all.stream().filter(one -> one.channel() != channel).toList());
    }
}
