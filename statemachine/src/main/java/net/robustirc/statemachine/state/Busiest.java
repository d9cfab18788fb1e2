package net.robustirc.statemachine.state;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What goes when there is too much: by doing much, nobody pushes out what others did. */
final class Busiest {
    private Busiest() {}

    /**
     * The first of whoever did most of them.
     *
     * @param all oldest first, at least one
     * @param doer of one of them
     */
    static <T, D extends Comparable<D>> T first(Collection<T> all, Function<T, D> doer) {
        Map<D, Integer> counts = new TreeMap<>();
        all.forEach(one -> counts.merge(doer.apply(one), 1, Integer::sum));
        T found = all.iterator().next();
        for (T one : all) {
            if (counts.get(doer.apply(one)) > counts.get(doer.apply(found))) {
                found = one;
            }
        }
        return found;
    }
}
