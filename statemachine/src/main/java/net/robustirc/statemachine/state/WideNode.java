package net.robustirc.statemachine.state;

import java.util.Arrays;
import java.util.Map;

/**
 * A node of a {@link WideMap}, immutable: the keys of its items in order, each with its rank. A
 * leaf's items are values; an inner node's are nodes of the height below, each under its first key.
 *
 * @param height 0 for a leaf
 */
record WideNode<K extends Comparable<K>, V>(
        int height, long[] ranks, Object[] keys, Object[] items) {
    /** Wide enough that 60,000 entries are three levels deep, and small enough to be copied. */
    private static final int MOST = 64;

    /** Of every node but the root. */
    private static final int FEWEST = 16;

    private static final WideNode<?, ?> EMPTY =
            new WideNode<>(0, new long[0], new Object[0], new Object[0]);

    @SuppressWarnings("unchecked")
    static <K extends Comparable<K>, V> WideNode<K, V> empty() {
        return (WideNode<K, V>) EMPTY;
    }

    int size() {
        return items.length;
    }

    @SuppressWarnings("unchecked")
    K key(int i) {
        return (K) keys[i];
    }

    @SuppressWarnings("unchecked")
    V value(int i) {
        return (V) items[i];
    }

    @SuppressWarnings("unchecked")
    WideNode<K, V> child(int i) {
        return (WideNode<K, V>) items[i];
    }

    /** The value of a key; null if there is none. */
    V get(long rank, K key) {
        WideNode<K, V> node = this;
        int i = node.floor(rank, key);
        while (i >= 0 && node.height > 0) {
            node = node.child(i);
            i = node.floor(rank, key);
        }
        return i >= 0 && node.compare(i, rank, key) == 0 ? node.value(i) : null;
    }

    /** Index of the last item whose key is not above the given one; -1 if all are above. */
    private int floor(long rank, K key) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, rank, key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private int compare(int i, long rank, K key) {
        return ranks[i] == rank ? key(i).compareTo(key) : Long.compare(ranks[i], rank);
    }

    /** This node with another value for that key, the same if the key is not there. */
    WideNode<K, V> replace(long rank, K key, V value) {
        int i = floor(rank, key);
        if (i < 0 || height == 0 && compare(i, rank, key) != 0) {
            return this;
        }
        if (height == 0) {
            return withItem(i, value);
        }
        WideNode<K, V> child = child(i).replace(rank, key, value);
        return child == child(i) ? this : withItem(i, child);
    }

    /** This node with a key that is not there; it may have one item more than it should. */
    WideNode<K, V> insert(long rank, K key, V value) {
        int i = floor(rank, key);
        if (height == 0) {
            return withInserted(i + 1, rank, key, value);
        }
        int at = Math.max(i, 0);
        return withChild(at, child(at).insert(rank, key, value));
    }

    /** This node without that key, the same if the key is not there; it may have too few items. */
    WideNode<K, V> minus(long rank, K key) {
        int i = floor(rank, key);
        if (i < 0 || height == 0 && compare(i, rank, key) != 0) {
            return this;
        }
        if (height == 0) {
            return without(i);
        }
        WideNode<K, V> child = child(i).minus(rank, key);
        if (child == child(i)) {
            return this;
        }
        if (child.size() >= FEWEST) {
            return withChild(i, child);
        }
        return i == 0
                ? without(1).withChild(0, child.and(child(1)))
                : without(i).withChild(i - 1, child(i - 1).and(child));
    }

    /**
     * The root of a tree with these items: split if there is one too many, the child if only one.
     */
    WideNode<K, V> asRoot() {
        if (size() > MOST) {
            return above(part(0, size() / 2)).withNext(0, part(size() / 2, size()));
        }
        return height > 0 && size() == 1 ? child(0) : this;
    }

    private WideNode<K, V> above(WideNode<K, V> child) {
        return new WideNode<>(
                child.height + 1,
                new long[] {child.ranks[0]},
                new Object[] {child.keys[0]},
                new Object[] {child});
    }

    /** A child in another state; two, if it has too many items for one. */
    private WideNode<K, V> withChild(int i, WideNode<K, V> child) {
        int size = child.size();
        if (size > MOST) {
            return withChild(i, child.part(0, size / 2)).withNext(i, child.part(size / 2, size));
        }
        if (child.keys[0] == keys[i]) {
            return withItem(i, child);
        }
        return without(i).withInserted(i, child.ranks[0], child.keys[0], child);
    }

    private WideNode<K, V> withNext(int i, WideNode<K, V> child) {
        return withInserted(i + 1, child.ranks[0], child.keys[0], child);
    }

    private WideNode<K, V> withItem(int i, Object item) {
        Object[] next = items.clone();
        next[i] = item;
        return new WideNode<>(height, ranks, keys, next);
    }

    private WideNode<K, V> withInserted(int i, long rank, Object key, Object item) {
        long[] nextRanks = new long[size() + 1];
        System.arraycopy(ranks, 0, nextRanks, 0, i);
        System.arraycopy(ranks, i, nextRanks, i + 1, size() - i);
        nextRanks[i] = rank;
        return new WideNode<>(height, nextRanks, inserted(keys, i, key), inserted(items, i, item));
    }

    private static Object[] inserted(Object[] from, int i, Object one) {
        Object[] next = new Object[from.length + 1];
        System.arraycopy(from, 0, next, 0, i);
        System.arraycopy(from, i, next, i + 1, from.length - i);
        next[i] = one;
        return next;
    }

    private WideNode<K, V> without(int i) {
        return part(0, i).and(part(i + 1, size()));
    }

    private WideNode<K, V> part(int from, int to) {
        return new WideNode<>(
                height,
                Arrays.copyOfRange(ranks, from, to),
                Arrays.copyOfRange(keys, from, to),
                Arrays.copyOfRange(items, from, to));
    }

    /** The items of this node and then those of the other. */
    private WideNode<K, V> and(WideNode<K, V> other) {
        int size = size() + other.size();
        long[] nextRanks = Arrays.copyOf(ranks, size);
        Object[] nextKeys = Arrays.copyOf(keys, size);
        Object[] nextItems = Arrays.copyOf(items, size);
        System.arraycopy(other.ranks, 0, nextRanks, size(), other.size());
        System.arraycopy(other.keys, 0, nextKeys, size(), other.size());
        System.arraycopy(other.items, 0, nextItems, size(), other.size());
        return new WideNode<>(height, nextRanks, nextKeys, nextItems);
    }

    Map.Entry<K, V> entry(int i) {
        return Map.entry(key(i), value(i));
    }
}
