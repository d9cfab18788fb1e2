package net.robustirc.session.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.robustirc.session.MessagePosition;
import net.robustirc.session.SessionListener;

/** Keeps what a session tells. */
public final class RecordingListener implements SessionListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<MessagePosition> repetitions = new CopyOnWriteArrayList<>();
    private final List<Boolean> notices = new CopyOnWriteArrayList<>();
    private final List<String> ends = new CopyOnWriteArrayList<>();

    @Override
    public void line(MessagePosition position, String line) {
        lines.add(line);
    }

    @Override
    public void repeated(MessagePosition position) {
        repetitions.add(position);
    }

    @Override
    public void available(boolean available) {
        notices.add(available);
    }

    @Override
    public void ended(String reason) {
        ends.add(reason);
    }

    /** The lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** The lines that a server sent again. */
    public List<MessagePosition> repetitions() {
        return List.copyOf(repetitions);
    }

    /** What was said about the network's availability. */
    public List<Boolean> notices() {
        return List.copyOf(notices);
    }

    /** The reasons given for the end; at most one if all is well. */
    public List<String> ends() {
        return List.copyOf(ends);
    }
}
