package net.robustirc.consensus.output;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.pcollections.TreePMap;

/** Gives back the outputs of one block; member sets share structure as they did when written. */
final class BlockDecoder {
    /** Estimated heap of a member that stands in a set: its number and a place in the tree. */
    private static final long MEMBER_BYTES = 64;

    /** Of a version that shares all but a path through the tree with another. */
    private static final long VERSION_BYTES = 600;

    private final BlockHeader header;
    private final ByteSource source;
    private final Map<Long, Mentioned> mentioned = new HashMap<>();

    private record Mentioned(MemberSet<Boolean> last, MemberSet<Boolean> before) {}

    private long setBytes;

    private BlockDecoder(BlockHeader header, byte[] body) {
        this.header = header;
        this.source = new ByteSource(body, 0, header.payloadBytes());
    }

    /**
     * Decodes the body of a block: payload and filter.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Chunk decode(BlockHeader header, byte[] body) {
        check(header, body);
        try {
            BlockDecoder decoder = new BlockDecoder(header, body);
            List<Output> outputs = decoder.outputs();
            return new Chunk(outputs, decoder.setBytes);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the block ends too early", e);
        }
    }

    static void check(BlockHeader header, byte[] body) {
        if (BlockHeader.crc(body, 0, body.length) != header.crc()) {
            throw new IllegalArgumentException("the block's checksum is wrong");
        }
    }

    private List<Output> outputs() {
        List<Output> outputs = new ArrayList<>(Math.min(header.outputs(), 1 << 16));
        long id = header.base();
        long idle = header.firstIdle();
        while (!source.atEnd()) {
            id += source.readVarint();
            idle += source.readZigzag();
            List<SessionId> ended = ended();
            outputs.add(new Output(id, idle, lines(), ended));
        }
        if (outputs.size() != header.outputs()) {
            throw new IllegalArgumentException("the block's number of outputs is wrong");
        }
        return outputs;
    }

    private List<SessionId> ended() {
        int count = source.readCount();
        List<SessionId> ended = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ended.add(session());
        }
        return ended;
    }

    private List<OutputLine> lines() {
        int count = source.readCount();
        List<OutputLine> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new OutputLine((int) source.readVarint(), recipients(), source.readText()));
        }
        return lines;
    }

    private SessionId session() {
        return new SessionId(header.base() - source.readZigzag());
    }

    private Recipients recipients() {
        int kind = source.readByte();
        return switch (kind) {
            case BlockEncoder.ONE -> new Recipients.One(session());
            case BlockEncoder.MEMBERS -> new Recipients.Members(set());
            case BlockEncoder.MEMBERS_BUT -> new Recipients.MembersBut(set(), session());
            case BlockEncoder.UNION -> union();
            default -> throw new IllegalArgumentException("no recipients have the code " + kind);
        };
    }

    private Recipients union() {
        int count = source.readCount();
        List<Recipients> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(recipients());
        }
        return new Recipients.Union(parts);
    }

    private MemberSet<Boolean> set() {
        long channel = source.readVarint();
        Mentioned known = mentioned.get(channel);
        int form = source.readByte();
        if (known == null && form != BlockEncoder.WHOLE) {
            throw new IllegalArgumentException("a channel's first mention is not whole");
        }
        return switch (form) {
            case BlockEncoder.SAME -> known.last;
            case BlockEncoder.BEFORE -> known.before;
            case BlockEncoder.ADDED -> mention(known, known.last.with(session(), true));
            case BlockEncoder.REMOVED -> mention(known, known.last.without(session()));
            case BlockEncoder.WHOLE -> mention(known, wholeSet(channel));
            default -> throw new IllegalArgumentException("no set has the form " + form);
        };
    }

    private MemberSet<Boolean> mention(Mentioned known, MemberSet<Boolean> set) {
        setBytes += VERSION_BYTES;
        mentioned.put(set.channel(), new Mentioned(set, known == null ? set : known.last));
        return set;
    }

    private MemberSet<Boolean> wholeSet(long channel) {
        long version = source.readVarint();
        int count = source.readCount();
        setBytes += MEMBER_BYTES * count;
        SortedMap<SessionId, Boolean> members = new TreeMap<>();
        long session = 0;
        for (int i = 0; i < count; i++) {
            session = i == 0 ? session().value() : session + source.readVarint();
            members.put(new SessionId(session), true);
        }
        return MemberSet.of(channel, version, TreePMap.fromSortedMap(members));
    }
}
