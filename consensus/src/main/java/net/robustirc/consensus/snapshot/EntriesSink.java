package net.robustirc.consensus.snapshot;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import net.robustirc.statemachine.snapshot.StateImage;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Appends an image's entries to the maps of a store, one map after the other. */
final class EntriesSink implements StateImage.Sink {
    /** Unwritten pages are heap: written out whenever so many bytes have gathered. */
    private static final long COMMIT_BYTES = 4L << 20;

    private final MVStore store;
    private final ImageDigest digest = new ImageDigest();
    private final Set<String> maps = new LinkedHashSet<>();
    private MVMap<byte[], byte[]> map;
    private String mapName = "";
    private byte[] lastKey;
    private long uncommitted;

    EntriesSink(MVStore store) {
        this.store = store;
    }

    @Override
    public void put(String name, byte[] key, byte[] value) {
        if (map == null || !name.equals(mapName)) {
            beginMap(name);
        } else if (Arrays.compareUnsigned(lastKey, key) >= 0) {
            throw new IllegalStateException("keys do not rise in map " + name);
        }
        map.append(key, value);
        digest.put(name, key, value);
        lastKey = key;
        uncommitted += key.length + value.length;
        if (uncommitted >= COMMIT_BYTES) {
            store.commit();
            uncommitted = 0;
        }
    }

    /** Names in the order in which they came. */
    Set<String> maps() {
        return maps;
    }

    ImageDigest digest() {
        return digest;
    }

    private void beginMap(String name) {
        if (!maps.add(name)) {
            throw new IllegalStateException("the entries of map " + name + " do not come together");
        }
        map = store.openMap(SnapshotFile.IMAGE_PREFIX + name, SnapshotFile.entries());
        mapName = name;
    }
}
