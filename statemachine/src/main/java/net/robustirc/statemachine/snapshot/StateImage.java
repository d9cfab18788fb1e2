package net.robustirc.statemachine.snapshot;

/**
 * The state as named maps of bytes. Keys rise within a map (unsigned bytes), maps come in a fixed
 * order: the same state is the same bytes on every node.
 */
public interface StateImage {
    /** Hands every entry to the sink, in canonical order. */
    void writeTo(Sink sink);

    /** Takes entries in canonical order. */
    interface Sink {
        void put(String map, byte[] key, byte[] value);
    }

    /** Gives entries back; the order within a map is that of the keys. */
    interface Source {
        /** Calls for each entry of that map; not at all if there is no such map. */
        void forEach(String map, EntryReader reader);
    }

    /** Takes one entry of a map. */
    interface EntryReader {
        void read(byte[] key, byte[] value);
    }
}
