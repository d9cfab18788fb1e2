package net.robustirc.statemachine.state;

import java.util.Map;
import java.util.Optional;
import net.robustirc.statemachine.entry.SubmissionId;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Commands applied in the last 30 s that are no posts: a second copy of one must not be applied
 * (design D4).
 *
 * @param ids message id of each, by submission
 * @param order the same, oldest first
 */
public record Submissions(PSortedMap<SubmissionId, Long> ids, PSortedMap<Long, Applied> order) {
    public static final Submissions NONE = new Submissions(TreePMap.empty(), TreePMap.empty());

    /** Old ones to forget with each new one: more than one, so that they cannot pile up. */
    private static final int FORGET_AT_ONCE = 4;

    /**
     * More are not kept, should the time of entries stand still: 2,000 a second with the window.
     */
    static final int MAX = 65_536;

    /** An applied command. */
    public record Applied(SubmissionId submission, long timeNanos) {}

    /** Message id of the first copy, if it was applied not long before. */
    Optional<Long> find(SubmissionId submission, long nowNanos) {
        return Optional.ofNullable(ids.get(submission))
                .filter(id -> order.get(id).timeNanos() >= nowNanos - SeenPosts.WINDOW_NANOS);
    }

    /** One more; some of those that are too old go. */
    Submissions with(long id, Applied applied) {
        return forgetting(applied.timeNanos() - SeenPosts.WINDOW_NANOS).plus(id, applied);
    }

    /** One out of a snapshot. */
    public Submissions plus(long id, Applied applied) {
        return new Submissions(ids.plus(applied.submission(), id), order.plus(id, applied));
    }

    private Submissions forgetting(long beforeNanos) {
        Submissions kept = this;
        for (int i = 0; i < FORGET_AT_ONCE && !kept.order.isEmpty(); i++) {
            Map.Entry<Long, Applied> oldest = kept.order.firstEntry();
            if (oldest.getValue().timeNanos() >= beforeNanos && kept.order.size() < MAX) {
                break;
            }
            kept =
                    new Submissions(
                            kept.ids.minus(oldest.getValue().submission()),
                            kept.order.minus(oldest.getKey()));
        }
        return kept;
    }
}
