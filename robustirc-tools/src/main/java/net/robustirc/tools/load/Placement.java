package net.robustirc.tools.load;

import java.util.List;
import java.util.stream.IntStream;

/** Which nodes a group of sessions uses: all, the leader, the followers, or one by its number. */
record Placement(String text) {
    static final String ALL = "all";
    static final String LEADER = "leader";
    static final String FOLLOWERS = "followers";

    /** Refuses what names no node of a network of this size. */
    void check(String option, int nodes) {
        boolean word = text.equals(ALL) || text.equals(LEADER) || text.equals(FOLLOWERS);
        if (!word && (!text.matches("[0-9]{1,3}") || number() < 1 || number() > nodes)) {
            throw new IllegalArgumentException(
                    "%s is '%s'; all, leader, followers or a node from 1 to %d are possible."
                            .formatted(option, text, nodes));
        }
        if (text.equals(FOLLOWERS) && nodes < 2) {
            throw new IllegalArgumentException(
                    option + " is 'followers'; a network of one node has none.");
        }
    }

    boolean needsLeader() {
        return text.equals(LEADER) || text.equals(FOLLOWERS);
    }

    /**
     * The nodes, counted from 0; sessions take them in turn.
     *
     * @param leader its number from 0; -1 if it is not known
     */
    List<Integer> nodes(int nodes, int leader) {
        return switch (text) {
            case ALL -> IntStream.range(0, nodes).boxed().toList();
            case LEADER -> List.of(leader);
            case FOLLOWERS ->
                    IntStream.range(0, nodes).filter(node -> node != leader).boxed().toList();
            default -> List.of(number() - 1);
        };
    }

    private int number() {
        return Integer.parseInt(text);
    }
}
