package net.robustirc.tools.load;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one reader has seen of each poster: finds lines lost, doubled and out of order. */
final class Ledger {
    private final Map<Integer, Track> tracks = new TreeMap<>();

    /**
     * Faults of a whole run.
     *
     * @param lost acknowledged, never delivered; what was not acknowledged may be missing
     * @param doubled delivered again, under whatever position
     * @param reordered delivered after a later one of the same poster
     */
    record Faults(long lost, long doubled, long reordered) {
        Faults plus(Faults other) {
            return new Faults(
                    lost + other.lost, doubled + other.doubled, reordered + other.reordered);
        }

        boolean any() {
            return lost > 0 || doubled > 0 || reordered > 0;
        }
    }

    synchronized void arrived(int poster, long sequence) {
        tracks.computeIfAbsent(poster, unknown -> new Track()).arrived(sequence);
    }

    /**
     * Judges one poster's lines once no more are to come.
     *
     * @param last sequence of the last line posted
     * @param unsure lines whose outcome is not known: they may be missing
     */
    synchronized Faults judge(int poster, long last, Set<Long> unsure) {
        return tracks.getOrDefault(poster, new Track()).judge(last, unsure);
    }

    /** The lines of one poster. */
    private static final class Track {
        private final Set<Long> skipped = new TreeSet<>();
        private long next = 1;
        private long doubled;
        private long reordered;

        void arrived(long sequence) {
            if (sequence >= next) {
                for (long missing = next; missing < sequence; missing++) {
                    skipped.add(missing);
                }
                next = sequence + 1;
            } else if (skipped.remove(sequence)) {
                reordered++;
            } else {
                doubled++;
            }
        }

        Faults judge(long last, Set<Long> unsure) {
            long lost = skipped.stream().filter(sequence -> !unsure.contains(sequence)).count();
            for (long sequence = next; sequence <= last; sequence++) {
                if (!unsure.contains(sequence)) {
                    lost++;
                }
            }
            return new Faults(lost, doubled, reordered);
        }
    }
}
