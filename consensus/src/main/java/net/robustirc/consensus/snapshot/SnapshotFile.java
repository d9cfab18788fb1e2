package net.robustirc.consensus.snapshot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.robustirc.consensus.storage.DirectoryTree;
import net.robustirc.statemachine.snapshot.StateImage;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The state image as an MVStore file: a map {@code image.NAME} for each map of the image, and a map
 * {@code meta} with what {@link SnapshotMeta} says, the schema, the order of the maps, and count
 * and SHA-256 of the entries.
 */
public final class SnapshotFile {
    static final String IMAGE_PREFIX = "image.";

    private static final String META = "meta";

    private SnapshotFile() {}

    /**
     * Writes a new file, makes it and its directory entry durable, and reads it back.
     *
     * @throws IOException if it exists, cannot be written, or does not read back the same; then no
     *     file is left behind
     */
    public static void write(Path file, StateImage image, SnapshotMeta meta) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        try {
            writeStore(file, image, meta);
            DirectoryTree.syncFile(file);
            DirectoryTree.sync(file.toAbsolutePath().getParent());
            SnapshotMeta back = scan(file, (map, key, value) -> {});
            if (!back.equals(meta)) {
                throw new IOException("it reads back as %s, not %s".formatted(back, meta));
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw new IOException("cannot write snapshot %s: %s".formatted(file, reason(e)), e);
        }
    }

    /**
     * Reads and verifies a file.
     *
     * @throws DamagedSnapshotException if what it holds shows that it is damaged
     * @throws IOException saying why it is unusable: missing, of another schema, of a level that
     *     this build does not know
     */
    public static Snapshot read(Path file) throws IOException {
        try {
            LoadedImage image = new LoadedImage();
            SnapshotMeta meta = scan(file, image);
            return new Snapshot(meta, image);
        } catch (IOException | RuntimeException e) {
            String message = "cannot use snapshot %s: %s".formatted(file, reason(e));
            throw provesDamage(e)
                    ? new DamagedSnapshotException(message, e)
                    : new IOException(message, e);
        }
    }

    static MVMap.Builder<byte[], byte[]> entries() {
        return new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
    }

    static MVMap.Builder<String, String> texts() {
        return new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE)
                .valueType(StringDataType.INSTANCE);
    }

    private static void writeStore(Path file, StateImage image, SnapshotMeta meta) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .compress()
                        .open();
        try {
            store.setVersionsToKeep(0);
            EntriesSink sink = new EntriesSink(store);
            image.writeTo(sink);
            new MetaMap(store.openMap(META, texts())).write(meta, sink.maps(), sink.digest());
            store.commit();
            store.close();
        } finally {
            store.closeImmediately();
        }
    }

    /** Hands over every entry in canonical order, and verifies them at the end. */
    private static SnapshotMeta scan(Path file, StateImage.Sink sink) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FileNotFoundException("there is no such file");
        }
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .readOnly()
                        .autoCommitDisabled()
                        .cacheSize(1)
                        .open();
        try {
            if (!store.hasMap(META)) {
                throw new DamagedSnapshotException("it holds no snapshot");
            }
            MetaMap metaMap = new MetaMap(store.openMap(META, texts()));
            SnapshotMeta meta = metaMap.read();
            ImageDigest digest = new ImageDigest();
            for (String name : metaMap.maps()) {
                scanMap(store, name, sink, digest);
            }
            metaMap.check(digest);
            return meta;
        } finally {
            store.closeImmediately();
        }
    }

    private static void scanMap(
            MVStore store, String name, StateImage.Sink sink, ImageDigest digest)
            throws IOException {
        if (!store.hasMap(IMAGE_PREFIX + name)) {
            throw new DamagedSnapshotException("its map " + name + " is missing");
        }
        MVMap<byte[], byte[]> map = store.openMap(IMAGE_PREFIX + name, entries());
        Cursor<byte[], byte[]> cursor = map.cursor(null);
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            byte[] value = cursor.getValue();
            digest.put(name, key, value);
            sink.put(name, key, value);
        }
    }

    private static boolean provesDamage(Exception e) {
        return e instanceof DamagedSnapshotException
                || e instanceof MVStoreException store
                        && store.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT;
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
