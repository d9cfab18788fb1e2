package net.robustirc.consensus.output;

import net.robustirc.consensus.output.OutputLog.LineReader;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;

/** One bounded look for one session's lines, block by block, in memory and on disk alike. */
final class SessionScan {
    /** Blocks with something for the session to look through, in one call. */
    private static final int MAX_READ = 8;

    /** Blocks to look at in one call, skipped ones included. */
    private static final int MAX_LOOKED_AT = 4096;

    private final Content content;
    private final BlockCache cache;
    private final SessionId session;
    private final int limit;
    private final LineReader reader;
    private MessageId position;
    private int textBytes;

    SessionScan(
            Content content, BlockCache cache, SessionId session, int limit, LineReader reader) {
        this.content = content;
        this.cache = cache;
        this.session = session;
        this.limit = limit;
        this.reader = reader;
    }

    /** Throws only if it has not come further than {@code after}. */
    MessageId run(MessageId after) throws OutputGoneException {
        position = after;
        try {
            scan();
        } catch (OutputGoneException e) {
            if (position.equals(after)) {
                throw e;
            }
        }
        return position;
    }

    private void scan() throws OutputGoneException {
        int read = 0;
        long tail = content.tail();
        for (int looked = 0; looked < MAX_LOOKED_AT && read < MAX_READ; looked++) {
            long from = lastWhole(position);
            if (from >= tail || textBytes >= limit) {
                return;
            }
            if (look(content.locate(from), from, tail)) {
                read++;
            }
        }
    }

    /** Id of the last command of which nothing is missing before that position. */
    private static long lastWhole(MessageId position) {
        return position.reply() == Integer.MAX_VALUE ? position.id() : position.id() - 1;
    }

    private static MessageId after(long id) {
        return new MessageId(id, Integer.MAX_VALUE);
    }

    /** False when the block was skipped. */
    private boolean look(Block block, long from, long tail) throws OutputGoneException {
        Block.Written written = block.written();
        if (written == null) {
            // It was open after the tail was read, so all that is up to the tail is in it.
            readLines(cache.load(block, content), from, tail);
            return true;
        }
        long end = written.header().lastId();
        if (!written.filter().mayConcern(session)) {
            position = after(end);
            return false;
        }
        readLines(cache.load(block, content), from, end);
        return true;
    }

    private void readLines(Chunk chunk, long from, long end) {
        int size = chunk.size();
        for (int at = chunk.firstAfter(from); at < size; at++) {
            Output output = chunk.get(at);
            if (!readLines(output)) {
                return;
            }
            position = after(output.id());
        }
        if (position.compareTo(after(end)) < 0) {
            position = after(end);
        }
    }

    /** False when the limit was reached before the last line. */
    private boolean readLines(Output output) {
        int skip = output.id() == position.id() ? position.reply() : 0;
        for (OutputLine line : output.lines()) {
            if (line.reply() > skip && line.recipients().includes(session)) {
                if (textBytes >= limit) {
                    return false;
                }
                reader.read(output.id(), line);
                textBytes += line.text().length();
                position = new MessageId(output.id(), line.reply());
            }
        }
        if (output.ended().contains(session)) {
            reader.ended(output.id());
        }
        return true;
    }
}
