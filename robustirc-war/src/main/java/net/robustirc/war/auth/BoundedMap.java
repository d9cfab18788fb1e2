package net.robustirc.war.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is known of so many at the most; beyond that the one put in first is forgotten. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    public BoundedMap(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
