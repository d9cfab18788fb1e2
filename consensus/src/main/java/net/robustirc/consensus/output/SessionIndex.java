package net.robustirc.consensus.output;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;

/** Whom the lines of one block may concern, so that a lagging cursor skips what is not its own. */
final class SessionIndex {
    /** With more versions of member sets than this, asking each costs as much as reading. */
    private static final int MAX_SETS = 64;

    private final long[] sessions;
    private final List<MemberSet<?>> sets;
    private final boolean everybody;

    private SessionIndex(long[] sessions, List<MemberSet<?>> sets, boolean everybody) {
        this.sessions = sessions;
        this.sets = sets;
        this.everybody = everybody;
    }

    static SessionIndex of(List<Output> outputs) {
        Collector collector = new Collector();
        for (Output output : outputs) {
            for (OutputLine line : output.lines()) {
                collector.add(line.recipients());
            }
            output.ended().forEach(session -> collector.add(session.value()));
        }
        boolean everybody = collector.sets.size() > MAX_SETS;
        return new SessionIndex(
                Arrays.stream(collector.sessions, 0, collector.count).sorted().distinct().toArray(),
                everybody ? List.of() : List.copyOf(collector.sets),
                everybody);
    }

    /** Whether there may be a line for that session, or its end; if not, there surely is not. */
    boolean mayConcern(SessionId session) {
        if (everybody || Arrays.binarySearch(sessions, session.value()) >= 0) {
            return true;
        }
        for (MemberSet<?> set : sets) {
            if (set.contains(session)) {
                return true;
            }
        }
        return false;
    }

    private static final class Collector {
        private final Set<MemberSet<?>> sets = Collections.newSetFromMap(new IdentityHashMap<>());
        private long[] sessions = new long[64];
        private int count;

        void add(Recipients recipients) {
            if (recipients instanceof Recipients.One one) {
                add(one.session().value());
            } else if (recipients instanceof Recipients.Members all) {
                sets.add(all.members());
            } else if (recipients instanceof Recipients.MembersBut but) {
                sets.add(but.members());
            } else if (recipients instanceof Recipients.Union union) {
                union.parts().forEach(this::add);
            }
        }

        private void add(long session) {
            if (count == sessions.length) {
                sessions = Arrays.copyOf(sessions, count * 2);
            }
            sessions[count++] = session;
        }
    }
}
