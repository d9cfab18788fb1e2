package net.robustirc.consensus.output;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;

/** Encodes the outputs of one block as they come; FORMAT.md. */
final class BlockEncoder {
    static final int ONE = 1;
    static final int MEMBERS = 2;
    static final int MEMBERS_BUT = 3;
    static final int UNION = 4;

    static final int SAME = 1;
    static final int BEFORE = 2;
    static final int ADDED = 3;
    static final int REMOVED = 4;
    static final int WHOLE = 5;

    private final ByteSink sink;
    private final Map<Long, Mentioned> mentioned = new HashMap<>();
    private long base;
    private long lastId;
    private long firstIdle;
    private long lastIdle;
    private int outputs;
    private int newSets;
    private long[] concerned = new long[1024];
    private int concernedCount;
    private int payloadBytes;

    /** The two versions of a channel's members that this block spoke of last. */
    private record Mentioned(MemberSet<?> last, MemberSet<?> before) {}

    BlockEncoder(int capacity) {
        sink = new ByteSink(capacity);
    }

    /** Forgets everything and begins a block above that id. */
    void begin(long blockBase) {
        sink.clear();
        mentioned.clear();
        base = blockBase;
        lastId = blockBase;
        outputs = 0;
        newSets = 0;
        concernedCount = 0;
    }

    void add(Output output) {
        if (outputs == 0) {
            firstIdle = output.idleNanos();
            lastIdle = firstIdle;
        }
        sink.writeVarint(output.id() - lastId);
        sink.writeZigzag(output.idleNanos() - lastIdle);
        lastId = output.id();
        lastIdle = output.idleNanos();
        outputs++;
        sink.writeVarint(output.ended().size());
        for (SessionId session : output.ended()) {
            writeConcerned(session);
        }
        sink.writeVarint(output.lines().size());
        for (OutputLine line : output.lines()) {
            sink.writeVarint(line.reply());
            writeRecipients(line.recipients());
            sink.writeText(line.text());
        }
    }

    int bytes() {
        return sink.size();
    }

    int outputs() {
        return outputs;
    }

    /** How many versions of member sets were mentioned for the first time; each holds heap. */
    int newSets() {
        return newSets;
    }

    /** Ends the block; what follows is called after this. */
    SessionFilter finish() {
        SessionFilter filter = SessionFilter.of(concerned, concernedCount);
        payloadBytes = sink.size();
        sink.writeBytes(filter.bits());
        return filter;
    }

    /** Payload and filter; valid until the next block begins. */
    ByteBuffer body() {
        return sink.view();
    }

    BlockHeader header(long upToId, long upToIdle) {
        ByteBuffer view = sink.view();
        return new BlockHeader(
                payloadBytes,
                outputs,
                base,
                upToId,
                outputs == 0 ? upToIdle : firstIdle,
                upToIdle,
                BlockHeader.crc(view.array(), 0, view.remaining()),
                view.remaining() - payloadBytes);
    }

    private void writeSession(SessionId session) {
        sink.writeZigzag(base - session.value());
    }

    private void writeConcerned(SessionId session) {
        writeSession(session);
        concern(session);
    }

    private void concern(SessionId session) {
        if (concernedCount == concerned.length) {
            concerned = Arrays.copyOf(concerned, concernedCount * 2);
        }
        concerned[concernedCount++] = session.value();
    }

    private void writeRecipients(Recipients recipients) {
        if (recipients instanceof Recipients.One one) {
            sink.writeByte(ONE);
            writeConcerned(one.session());
        } else if (recipients instanceof Recipients.Members all) {
            sink.writeByte(MEMBERS);
            writeSet(all.members());
        } else if (recipients instanceof Recipients.MembersBut but) {
            sink.writeByte(MEMBERS_BUT);
            writeSet(but.members());
            writeSession(but.except());
        } else if (recipients instanceof Recipients.Union union) {
            sink.writeByte(UNION);
            sink.writeVarint(union.parts().size());
            union.parts().forEach(this::writeRecipients);
        } else {
            throw new IllegalStateException("unknown kind of recipients: " + recipients.getClass());
        }
    }

    private void writeSet(MemberSet<?> set) {
        sink.writeVarint(set.channel());
        Mentioned known = mentioned.get(set.channel());
        if (known != null && known.last.version() == set.version()) {
            sink.writeByte(SAME);
        } else if (known != null && known.before.version() == set.version()) {
            sink.writeByte(BEFORE);
        } else {
            writeNewSet(set, known);
            mentioned.put(set.channel(), new Mentioned(set, known == null ? set : known.last));
            newSets++;
        }
    }

    private void writeNewSet(MemberSet<?> set, Mentioned known) {
        boolean follows = known != null && known.last.version() + 1 == set.version();
        if (follows && set.change() == MemberSet.Change.ADDED) {
            sink.writeByte(ADDED);
            writeConcerned(set.changed());
        } else if (follows && set.change() == MemberSet.Change.REMOVED) {
            sink.writeByte(REMOVED);
            writeSession(set.changed());
        } else {
            writeWholeSet(set);
        }
    }

    private void writeWholeSet(MemberSet<?> set) {
        sink.writeByte(WHOLE);
        sink.writeVarint(set.version());
        sink.writeVarint(set.size());
        boolean first = true;
        long previous = 0;
        for (SessionId session : set.members().keySet()) {
            if (first) {
                writeSession(session);
            } else {
                sink.writeVarint(session.value() - previous);
            }
            concern(session);
            first = false;
            previous = session.value();
        }
    }
}
