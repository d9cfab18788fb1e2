package net.robustirc.consensus.output;

import java.util.Arrays;
import java.util.List;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;

/**
 * Outputs of one block in memory. One thread adds, any thread reads: what it has seen the size of,
 * it can read.
 */
final class Chunk {
    private volatile Output[] outputs;
    private volatile int size;
    private long bytes;

    Chunk() {
        outputs = new Output[32];
    }

    /**
     * @param setBytes estimated heap of the member sets, which belong to this chunk alone
     */
    Chunk(List<Output> complete, long setBytes) {
        outputs = complete.toArray(Output[]::new);
        size = outputs.length;
        bytes = setBytes;
        for (Output output : complete) {
            bytes += estimate(output);
        }
    }

    /** Writer only. */
    void add(Output output) {
        int at = size;
        if (at == outputs.length) {
            outputs = Arrays.copyOf(outputs, at * 2);
        }
        outputs[at] = output;
        bytes += estimate(output);
        size = at + 1;
    }

    int size() {
        return size;
    }

    /** The output at a position below a size that this thread has seen. */
    Output get(int at) {
        return outputs[at];
    }

    /** Position of the first output with a greater id; {@link #size()} if there is none. */
    int firstAfter(long id) {
        int low = 0;
        int high = size;
        Output[] array = outputs;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (array[middle].id() > id) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Estimated heap; without member sets where they are those of the state. */
    long bytes() {
        return bytes;
    }

    /** Objects' headers and references of a 64-bit JVM, generously. */
    private static long estimate(Output output) {
        long estimate = 96 + 24L * output.ended().size();
        for (OutputLine line : output.lines()) {
            estimate += 120 + line.text().length();
        }
        return estimate;
    }
}
