package net.robustirc.consensus.snapshot;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.robustirc.statemachine.IrcStateMachine;

/** The map that says what the others hold: names and decimal numbers as text. */
final class MetaMap {
    /** Number of the layout of the file and of the image's maps. */
    static final int SCHEMA = 3;

    private static final String KEY_SCHEMA = "schema";
    private static final String KEY_LEVEL = "level";
    private static final String KEY_NETWORK = "network";
    private static final String KEY_TERM = "term";
    private static final String KEY_INDEX = "index";
    private static final String KEY_LAST_ID = "lastId";
    private static final String KEY_MAPS = "maps";
    private static final String KEY_COUNT = "count";
    private static final String KEY_SHA256 = "sha256";

    private final Map<String, String> map;

    MetaMap(Map<String, String> map) {
        this.map = map;
    }

    void write(SnapshotMeta meta, Collection<String> maps, ImageDigest digest) {
        map.put(KEY_SCHEMA, Integer.toString(SCHEMA));
        map.put(KEY_LEVEL, Integer.toString(meta.level()));
        map.put(KEY_NETWORK, meta.networkName());
        map.put(KEY_TERM, Long.toString(meta.term()));
        map.put(KEY_INDEX, Long.toString(meta.index()));
        map.put(KEY_LAST_ID, Long.toString(meta.lastId()));
        map.put(KEY_MAPS, String.join(",", maps));
        map.put(KEY_COUNT, Long.toString(digest.count()));
        map.put(KEY_SHA256, digest.hex());
    }

    /** Refuses what this build cannot read. */
    SnapshotMeta read() throws IOException {
        String schema = text(KEY_SCHEMA);
        if (!schema.equals(Integer.toString(SCHEMA))) {
            throw new IOException(
                    "it has schema %s, this build reads schema %d".formatted(schema, SCHEMA));
        }
        long level = number(KEY_LEVEL);
        if (level < 1 || level > IrcStateMachine.LEVEL) {
            throw new IOException(
                    "it needs behaviour level %d, this build knows levels up to %d"
                            .formatted(level, IrcStateMachine.LEVEL));
        }
        return new SnapshotMeta(
                (int) level,
                text(KEY_NETWORK),
                number(KEY_TERM),
                number(KEY_INDEX),
                number(KEY_LAST_ID));
    }

    List<String> maps() throws IOException {
        String names = text(KEY_MAPS);
        return names.isEmpty() ? List.of() : List.of(names.split(","));
    }

    void check(ImageDigest digest) throws IOException {
        if (digest.count() != number(KEY_COUNT) || !digest.hex().equals(text(KEY_SHA256))) {
            throw new DamagedSnapshotException("its entries are not those that were written");
        }
    }

    private String text(String key) throws IOException {
        String value = map.get(key);
        if (value == null) {
            throw new DamagedSnapshotException("it does not say its " + key);
        }
        return value;
    }

    private long number(String key) throws IOException {
        String value = text(key);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new DamagedSnapshotException("its %s is no number: %s".formatted(key, value), e);
        }
    }
}
