package net.robustirc.war.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what a misspelt name was meant to be. */
public final class Spelling {
    private static final int FARTHEST = 6;

    private Spelling() {}

    /** The candidate with the fewest edits away, if there is one that is near enough. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> distance(word, candidate) <= limit(word))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The hint to append to an error: empty, or {@code ; did you mean X?}. */
    public static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates).map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static int limit(String word) {
        return Math.min(FARTHEST, Math.max(2, word.length() / 3));
    }

    /** Number of letters to insert, remove or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
