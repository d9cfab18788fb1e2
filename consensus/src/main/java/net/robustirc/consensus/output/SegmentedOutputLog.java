package net.robustirc.consensus.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;

/**
 * The output log in memory and segment files. {@code append}, {@code seal}, {@code restore}, {@code
 * retain} and {@code close} belong to one thread at a time (the apply thread, or who holds its
 * lock); everything else may be called by any thread and never makes that one wait.
 */
public final class SegmentedOutputLog implements OutputLog {
    private final OutputLimits limits;
    private final LiveDirectory directory;
    private final BlockCache cache;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Appender appender;
    private volatile Content content;

    private SegmentedOutputLog(OutputLimits limits, LiveDirectory directory) {
        this.limits = limits;
        this.directory = directory;
        this.cache = new BlockCache(limits.cacheBytes());
        this.appender = new Appender(limits, directory, List.of(), 0);
        this.content = appender.content();
    }

    /**
     * An empty log; {@link #restore} fills it.
     *
     * @param liveDirectory for the segments in use, created if missing, emptied if not
     */
    public static SegmentedOutputLog open(Path liveDirectory) throws IOException {
        return open(liveDirectory, OutputLimits.DEFAULT);
    }

    public static SegmentedOutputLog open(Path liveDirectory, OutputLimits limits)
            throws IOException {
        return new SegmentedOutputLog(limits, LiveDirectory.open(liveDirectory));
    }

    /**
     * Adds the output of the next command and tells the listeners.
     *
     * @throws UncheckedIOException if it cannot be written: the node must stop
     */
    public void append(Output output) {
        try {
            appender.append(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the output log", e);
        }
        tailMoved();
    }

    /**
     * Ends the current segment. It is written, but durable only once somebody has synced its files:
     * the apply thread does not wait for the disk.
     *
     * @return all sealed segments, oldest first, to be linked into a snapshot; they stay where they
     *     are until the next {@link #retain} or {@link #restore}
     */
    public List<Path> seal() throws IOException {
        return appender.seal();
    }

    /** The same, of segments that have to be sound. */
    public void restore(List<Path> files, long lastId) throws IOException {
        restore(files, lastId, Damage.REFUSE);
    }

    /**
     * Puts the content of these segments in the place of what is here, at once for every reader.
     * Readers go on from their own id; those below the new floor get {@link OutputGoneException}.
     *
     * @param files sealed segments up to {@code lastId}, oldest first; left untouched. If there are
     *     none, output of later commands only will be held
     * @throws DamagedSegmentException if a file is damaged or missing and that is to be refused;
     *     then nothing has changed
     * @throws IOException if a file cannot be read; then nothing has changed
     */
    public void restore(List<Path> files, long lastId, Damage damage) throws IOException {
        Appender old = appender;
        try {
            appender = new Restore(limits, directory, damage).run(files, lastId);
            content = appender.content();
        } finally {
            directory.deleteAllBut(content.files());
        }
        old.close();
        cache.clear();
        tailMoved();
    }

    /**
     * Drops segments whose newest command is older, and moves the network's floor.
     *
     * @param olderThanNanos on the idle clock: that of the newest command less the session
     *     expiration; never later, as another node relies on ours
     */
    public void retain(long olderThanNanos) throws IOException {
        appender.retain(olderThanNanos);
    }

    /** Frees the file; readers may go on for as long as they like. */
    public void close() throws IOException {
        appender.close();
    }

    @Override
    public long tail() {
        return content.tail();
    }

    @Override
    public long floor() {
        return content.floor();
    }

    @Override
    public long networkFloor() {
        return content.networkFloor();
    }

    @Override
    public AutoCloseable onTailMoved(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public long forEachAfter(long after, OutputReader reader) throws OutputGoneException {
        return inNewest(now -> new OutputWalk(now, cache, reader).run(after));
    }

    @Override
    public MessageId read(SessionId session, MessageId after, int limit, LineReader reader)
            throws OutputGoneException {
        return inNewest(now -> new SessionScan(now, cache, session, limit, reader).run(after));
    }

    /** What is gone may be so because a restore has just put other content here: look there. */
    private <T> T inNewest(Reading<T> reading) throws OutputGoneException {
        while (true) {
            Content now = content;
            try {
                return reading.in(now);
            } catch (OutputGoneException e) {
                if (now == content) {
                    throw e;
                }
            }
        }
    }

    /** Reads from one content; throws only if it has handed over nothing. */
    private interface Reading<T> {
        T in(Content content) throws OutputGoneException;
    }

    private void tailMoved() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }
}
