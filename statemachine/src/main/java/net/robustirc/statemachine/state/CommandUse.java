package net.robustirc.statemachine.state;

import java.util.Arrays;

/**
 * How often each command came since the network began, as STATS m tells. Immutable: counting copies
 * a few hundred bytes, for there are few commands.
 */
public final class CommandUse {
    public static final CommandUse NONE = new CommandUse(new String[0], new long[0]);

    private final String[] names;
    private final long[] counts;

    private CommandUse(String[] names, long[] counts) {
        this.names = names;
        this.counts = counts;
    }

    /** Takes the count of one command. */
    public interface Reader {
        void read(String command, long count);
    }

    /** One more of a command that exists. */
    CommandUse counted(String command) {
        int place = Arrays.binarySearch(names, command);
        if (place < 0) {
            return with(command, 1);
        }
        long[] next = counts.clone();
        next[place]++;
        return new CommandUse(names, next);
    }

    /** With that count for a command that had none. */
    public CommandUse with(String command, long count) {
        int place = -1 - Arrays.binarySearch(names, command);
        String[] nextNames = Arrays.copyOf(names, names.length + 1);
        long[] nextCounts = Arrays.copyOf(counts, counts.length + 1);
        System.arraycopy(names, place, nextNames, place + 1, names.length - place);
        System.arraycopy(counts, place, nextCounts, place + 1, counts.length - place);
        nextNames[place] = command;
        nextCounts[place] = count;
        return new CommandUse(nextNames, nextCounts);
    }

    /** Every command that was used, in the order of their names. */
    public void forEach(Reader reader) {
        for (int i = 0; i < names.length; i++) {
            reader.read(names[i], counts[i]);
        }
    }
}
