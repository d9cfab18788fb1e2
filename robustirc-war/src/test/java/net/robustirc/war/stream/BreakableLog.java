package net.robustirc.war.stream;

import java.util.concurrent.atomic.AtomicBoolean;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;

/** An output log on a disk that may stop being readable, in a JVM that may break. */
record BreakableLog(OutputLog log, AtomicBoolean unreadable, AtomicBoolean broken)
        implements OutputLog {
    @Override
    public long tail() {
        return log.tail();
    }

    @Override
    public long floor() {
        return log.floor();
    }

    @Override
    public long networkFloor() {
        return log.networkFloor();
    }

    @Override
    public AutoCloseable onTailMoved(Runnable listener) {
        return log.onTailMoved(listener);
    }

    @Override
    public long forEachAfter(long after, OutputReader reader) throws OutputGoneException {
        check();
        return log.forEachAfter(after, reader);
    }

    @Override
    public MessageId read(SessionId session, MessageId after, int limit, LineReader reader)
            throws OutputGoneException {
        check();
        return log.read(session, after, limit, reader);
    }

    private void check() throws OutputGoneException {
        if (broken.get()) {
            throw new InternalError("the JVM is broken");
        }
        if (unreadable.get()) {
            throw new OutputGoneException("the disk is broken");
        }
    }
}
