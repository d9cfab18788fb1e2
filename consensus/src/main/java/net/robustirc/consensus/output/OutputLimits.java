package net.robustirc.consensus.output;

/**
 * Sizes of the output log's parts, in bytes unless named otherwise.
 *
 * @param segmentBytes a segment file is followed by a new one when it has grown to this
 * @param blockBytes a block is full at so many encoded bytes...
 * @param blockOutputs ...or so many outputs
 * @param memoryBytes estimated heap for the newest outputs
 * @param cacheBytes estimated heap for older outputs that were read back from disk
 */
public record OutputLimits(
        long segmentBytes, int blockBytes, int blockOutputs, long memoryBytes, long cacheBytes) {
    /** Fits a node at -Xmx256m. */
    public static final OutputLimits DEFAULT =
            new OutputLimits(8L << 20, 64 << 10, 1024, 16L << 20, 4L << 20);
}
