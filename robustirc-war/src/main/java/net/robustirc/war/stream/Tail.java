package net.robustirc.war.stream;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.war.stream.ClientStream.Phase;

/**
 * One cursor for all live streams: walks what is new once, and offers each line to those whom it
 * concerns.
 */
final class Tail {
    /** Lines of so many commands are gathered before they are written, if there are that many. */
    private static final int MAX_OUTPUTS = 1024;

    private final OutputLog log;
    private final LiveStreams<ClientStream> live = new LiveStreams<>();
    private final List<ClientStream> touched = new ArrayList<>();
    private long position;
    private int offered;
    private long lineNumber;
    private long id;
    private OutputLine line;
    private byte[] encoded;

    Tail(OutputLog log) {
        this.log = log;
        this.position = log.tail();
    }

    /** Everything up to that command was offered. */
    long position() {
        if (live.isEmpty()) {
            position = log.tail();
        }
        return position;
    }

    void add(ClientStream stream) {
        live.add(stream.session(), stream);
    }

    void remove(ClientStream stream) {
        live.remove(stream.session());
    }

    boolean isEmpty() {
        return live.isEmpty();
    }

    boolean hasNew() {
        return !live.isEmpty() && log.tail() > position;
    }

    /** Offers what is new, or a part of it; returns the streams that were given something. */
    List<ClientStream> walk() {
        touched.clear();
        offered = 0;
        if (hasNew()) {
            try {
                position = log.forEachAfter(position, this::offer);
            } catch (OutputGoneException e) {
                skipGone();
            }
        }
        return touched;
    }

    /**
     * A snapshot was installed above us, or the disk cannot be read. Whoever has not seen what is
     * skipped resumes elsewhere.
     */
    private void skipGone() {
        long floor = log.floor();
        position = floor > position ? floor : log.tail();
        for (ClientStream stream : live.all()) {
            if (!stream.hasSeenAllOf(position)) {
                stream.enter(Phase.ENDING);
                touched.add(stream);
            }
        }
    }

    private boolean offer(Output output) {
        id = output.id();
        for (OutputLine each : output.lines()) {
            lineNumber++;
            line = each;
            encoded = null;
            live.forEach(each.recipients(), this::give);
        }
        for (SessionId session : output.ended()) {
            live.one(session, this::end);
        }
        offered++;
        return offered < MAX_OUTPUTS;
    }

    private void give(ClientStream stream) {
        boolean first = stream.mark(lineNumber);
        if (!first || stream.phase() != Phase.LIVE || stream.hasSeen(id, line.reply())) {
            return;
        }
        if (stream.isDrained()) {
            touched.add(stream);
        }
        if (encoded == null) {
            encoded = LineJson.line(id, line.reply(), line.text());
        }
        stream.add(encoded);
        stream.seen(id, line.reply());
        if (stream.isFull()) {
            stream.enter(Phase.BEHIND);
            touched.add(stream);
        }
    }

    private void end(ClientStream stream) {
        if (stream.phase() == Phase.LIVE) {
            stream.enter(Phase.ENDING);
            touched.add(stream);
        }
    }
}
