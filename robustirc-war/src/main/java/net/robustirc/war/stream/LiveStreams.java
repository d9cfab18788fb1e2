package net.robustirc.war.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Recipients;

/**
 * Streams at the tail, and which of them get a line. For each channel in use it keeps the streams
 * that are on it, so that a line costs what its local recipients cost, however many idle streams or
 * distant members there are.
 *
 * @param <S> a stream
 */
final class LiveStreams<S> {
    private static final int MAX_CHANNELS = 1024;

    private final Map<SessionId, S> streams = new HashMap<>();
    private final Map<Long, OnChannel<S>> channels =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, OnChannel<S>> eldest) {
                    return size() > MAX_CHANNELS;
                }
            };

    private static final class OnChannel<S> {
        private MemberSet<?> members;
        private List<S> streams;
    }

    /** Takes the place of whoever was there for that session. */
    void add(SessionId session, S stream) {
        remove(session);
        streams.put(session, stream);
        for (OnChannel<S> channel : channels.values()) {
            if (channel.members.contains(session)) {
                channel.streams.add(stream);
            }
        }
    }

    void remove(SessionId session) {
        S stream = streams.remove(session);
        if (stream == null) {
            return;
        }
        for (OnChannel<S> channel : channels.values()) {
            if (channel.members.contains(session)) {
                channel.streams.remove(stream);
            }
        }
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** A copy, to be worked through while streams come and go. */
    List<S> all() {
        return new ArrayList<>(streams.values());
    }

    /** Calls for the stream of each recipient, perhaps more than once for the same. */
    void forEach(Recipients recipients, Consumer<S> action) {
        if (recipients instanceof Recipients.One one) {
            one(one.session(), action);
        } else if (recipients instanceof Recipients.Members all) {
            on(all.members()).forEach(action);
        } else if (recipients instanceof Recipients.MembersBut but) {
            S except = streams.get(but.except());
            on(but.members())
                    .forEach(
                            stream -> {
                                if (stream != except) {
                                    action.accept(stream);
                                }
                            });
        } else if (recipients instanceof Recipients.Union union) {
            for (Recipients part : union.parts()) {
                forEach(part, action);
            }
        } else {
            throw new IllegalStateException("unknown kind of recipients: " + recipients.getClass());
        }
    }

    void one(SessionId session, Consumer<S> action) {
        S stream = streams.get(session);
        if (stream != null) {
            action.accept(stream);
        }
    }

    private List<S> on(MemberSet<?> members) {
        OnChannel<S> channel = channels.computeIfAbsent(members.channel(), c -> new OnChannel<>());
        if (channel.members == null || !isStep(channel.members, members)) {
            channel.streams = find(members);
        } else if (members.version() == channel.members.version() + 1) {
            step(channel.streams, members);
        }
        channel.members = members;
        return channel.streams;
    }

    /** Whether it is the same version, or the next and it says what changed. */
    private static boolean isStep(MemberSet<?> from, MemberSet<?> to) {
        return to.version() == from.version()
                || to.version() == from.version() + 1 && to.change() != MemberSet.Change.CREATED;
    }

    private void step(List<S> list, MemberSet<?> members) {
        S changed = streams.get(members.changed());
        if (changed == null) {
            return;
        }
        switch (members.change()) {
            case ADDED -> list.add(changed);
            case REMOVED -> list.remove(changed);
            case CREATED -> throw new IllegalStateException("a created set is no step");
        }
    }

    private List<S> find(MemberSet<?> members) {
        List<S> found = new ArrayList<>();
        if (members.size() < streams.size()) {
            for (SessionId session : members.members().keySet()) {
                one(session, found::add);
            }
        } else {
            streams.forEach(
                    (session, stream) -> {
                        if (members.contains(session)) {
                            found.add(stream);
                        }
                    });
        }
        return found;
    }
}
