package net.robustirc.statemachine.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A persistent map for tens of thousands of entries: a B+ tree whose paths are copied. It is a
 * quarter as deep as a binary tree, and a search reads numbers that lie side by side, so that an
 * entry among 50,000 is found and replaced in little more time than one among 500.
 *
 * <p>Entries are in the order of their keys' ranks, those of one rank in the natural order of their
 * keys, however the map came about.
 */
public final class WideMap<K extends Comparable<K>, V> extends AbstractMap<K, V> {
    private final ToLongFunction<K> rank;
    private final WideNode<K, V> root;
    private final int size;

    private WideMap(ToLongFunction<K> rank, WideNode<K, V> root, int size) {
        this.rank = rank;
        this.root = root;
        this.size = size;
    }

    /**
     * A map without entries.
     *
     * @param rank the same for equal keys
     */
    public static <K extends Comparable<K>, V> WideMap<K, V> by(ToLongFunction<K> rank) {
        return new WideMap<>(rank, WideNode.empty(), 0);
    }

    /** The value of a key, null if there is none; the key must be one of this map's kind. */
    @Override
    @SuppressWarnings("unchecked")
    public V get(Object key) {
        K wanted = (K) key;
        return root.get(rank.applyAsLong(wanted), wanted);
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    /** This map with that value for the key. */
    WideMap<K, V> plus(K key, V value) {
        long at = rank.applyAsLong(key);
        WideNode<K, V> replaced = root.replace(at, key, value);
        return replaced == root
                ? new WideMap<>(rank, root.insert(at, key, value).asRoot(), size + 1)
                : new WideMap<>(rank, replaced, size);
    }

    /** This map without the key; the same if it has none. */
    WideMap<K, V> minus(K key) {
        WideNode<K, V> next = root.minus(rank.applyAsLong(key), key);
        return next == root ? this : new WideMap<>(rank, next.asRoot(), size - 1);
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new WideWalk<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
