package net.robustirc.statemachine.output;

import java.util.List;
import java.util.function.LongConsumer;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Who gets a line: references into immutable state, never a copied list. A session may be named
 * twice (a union of channels); delivery removes duplicates.
 */
public sealed interface Recipients {
    /** Whether that session gets the line. */
    boolean includes(SessionId session);

    /** Calls for every recipient, perhaps more than once for the same. */
    void forEach(LongConsumer action);

    /** One session. */
    record One(SessionId session) implements Recipients {
        @Override
        public boolean includes(SessionId other) {
            return session.equals(other);
        }

        @Override
        public void forEach(LongConsumer action) {
            action.accept(session.value());
        }
    }

    /** All members of a channel. */
    record Members(MemberSet<?> members) implements Recipients {
        @Override
        public boolean includes(SessionId other) {
            return members.contains(other);
        }

        @Override
        public void forEach(LongConsumer action) {
            members.forEach(action);
        }
    }

    /** All members of a channel but one. */
    record MembersBut(MemberSet<?> members, SessionId except) implements Recipients {
        @Override
        public boolean includes(SessionId other) {
            return !except.equals(other) && members.contains(other);
        }

        @Override
        public void forEach(LongConsumer action) {
            members.forEach(
                    session -> {
                        if (session != except.value()) {
                            action.accept(session);
                        }
                    });
        }
    }

    /** Everybody named by any of the parts. */
    record Union(List<Recipients> parts) implements Recipients {
        public Union {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean includes(SessionId other) {
            for (Recipients part : parts) {
                if (part.includes(other)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void forEach(LongConsumer action) {
            for (Recipients part : parts) {
                part.forEach(action);
            }
        }
    }
}
