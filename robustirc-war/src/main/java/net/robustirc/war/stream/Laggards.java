package net.robustirc.war.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.war.stream.ClientStream.Phase;

/** Streams below the tail: each reads the log from its own cursor, a bounded part in its turn. */
final class Laggards {
    private static final int STREAMS_PER_TURN = 16;
    private static final int TEXT_BYTES_PER_TURN = 16 << 10;

    private final OutputLog log;
    private final Set<ClientStream> all = new HashSet<>();
    private final Set<ClientStream> ready = new LinkedHashSet<>();
    private volatile int count;

    Laggards(OutputLog log) {
        this.log = log;
    }

    /** Any thread. */
    int count() {
        return count;
    }

    boolean hasWork() {
        return !ready.isEmpty();
    }

    /** Takes a stream, and gives it a turn if its client took what it was given before. */
    void add(ClientStream stream) {
        if (all.add(stream)) {
            count = all.size();
        }
        if (stream.isDrained()) {
            ready.add(stream);
        }
    }

    void remove(ClientStream stream) {
        ready.remove(stream);
        if (all.remove(stream)) {
            count = all.size();
        }
    }

    /** Lets the next few read; returns them. */
    List<ClientStream> advance() {
        List<ClientStream> turn = new ArrayList<>();
        for (ClientStream stream : ready) {
            turn.add(stream);
            if (turn.size() == STREAMS_PER_TURN) {
                break;
            }
        }
        for (ClientStream stream : turn) {
            ready.remove(stream);
            advance(stream);
        }
        return turn;
    }

    private void advance(ClientStream stream) {
        try {
            stream.seen(
                    log.read(stream.session(), stream.seen(), TEXT_BYTES_PER_TURN, reader(stream)));
        } catch (OutputGoneException e) {
            // A snapshot was installed above the cursor: the client resumes elsewhere.
            stream.enter(Phase.ENDING);
        }
    }

    private static OutputLog.LineReader reader(ClientStream stream) {
        return new OutputLog.LineReader() {
            @Override
            public void read(long id, OutputLine line) {
                stream.add(LineJson.line(id, line.reply(), line.text()));
            }

            @Override
            public void ended(long id) {
                stream.enter(Phase.ENDING);
            }
        };
    }
}
