package net.robustirc.statemachine.entry;

/**
 * Made once by the node that accepts a command and kept on each of its internal retries (design
 * D4).
 *
 * @param node random number of one run of one node
 * @param sequence counts that node's commands
 */
public record SubmissionId(long node, long sequence) implements Comparable<SubmissionId> {
    @Override
    public int compareTo(SubmissionId other) {
        int byNode = Long.compare(node, other.node);
        return byNode != 0 ? byNode : Long.compare(sequence, other.sequence);
    }
}
