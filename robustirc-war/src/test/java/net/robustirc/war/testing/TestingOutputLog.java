package net.robustirc.war.testing;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;

/** An output log in memory that forgets only when it is told to. */
final class TestingOutputLog implements OutputLog {
    private final ConcurrentSkipListMap<Long, Output> outputs = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long tail;
    private volatile long floor;
    private volatile long networkFloor;

    TestingOutputLog(long first) {
        tail = first;
        floor = first;
        networkFloor = first;
    }

    void append(Output output) {
        outputs.put(output.id(), output);
        tail = output.id();
        listeners.forEach(Runnable::run);
    }

    void floors(long newFloor, long newNetworkFloor) {
        floor = newFloor;
        networkFloor = newNetworkFloor;
    }

    @Override
    public long tail() {
        return tail;
    }

    @Override
    public long floor() {
        return floor;
    }

    @Override
    public long networkFloor() {
        return networkFloor;
    }

    @Override
    public AutoCloseable onTailMoved(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long forEachAfter(long after, OutputReader reader) throws OutputGoneException {
        check(after);
        long last = after;
        for (Output output : outputs.tailMap(after, false).values()) {
            last = output.id();
            if (!reader.read(output)) {
                break;
            }
        }
        return last;
    }

    @Override
    public MessageId read(SessionId session, MessageId after, int limit, LineReader reader)
            throws OutputGoneException {
        check(after.id());
        long end = tail; // before: what is appended meanwhile may not be seen
        int bytes = 0;
        for (Output output : outputs.headMap(end, true).tailMap(after.id(), true).values()) {
            for (OutputLine line : output.lines()) {
                MessageId position = new MessageId(output.id(), line.reply());
                if (position.compareTo(after) > 0 && line.recipients().includes(session)) {
                    reader.read(output.id(), line);
                    bytes += line.text().length();
                    if (bytes >= limit) {
                        return position;
                    }
                }
            }
            if (output.ended().contains(session)) {
                reader.ended(output.id());
            }
        }
        return new MessageId(Math.max(end, after.id()), Integer.MAX_VALUE);
    }

    private void check(long after) throws OutputGoneException {
        if (after < floor) {
            throw new OutputGoneException("below the floor");
        }
    }
}
