package net.robustirc.consensus.ratis;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.robustirc.consensus.storage.DirectoryTree;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.SnapshotRetentionPolicy;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published snapshots, in Ratis' folder for state machines. Ratis exchanges that whole folder
 * when it installs a snapshot from the leader; nothing is published meanwhile.
 */
final class SnapshotStore implements StateMachineStorage {
    /** The newest, and one more in case that it turns out to be damaged (design D9). */
    static final int RETAINED = 2;

    private static final String DAMAGED = "damaged-";

    /** Of the folders in which Ratis gathers a snapshot; ours go on with a dot. */
    private static final String RATIS_PREFIX = "snapshot-";

    private static final Pattern DAMAGED_NAME =
            Pattern.compile("damaged-snapshot\\.\\d{1,18}_(\\d{1,18})(\\.\\d+)?");
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

    private final Path temporary;
    private final SnapshotReads reads;
    private Path directory;
    private boolean suspended;
    private volatile Optional<SnapshotInfo> latest = Optional.empty();

    /**
     * @param temporary on the same file system, emptied at each start: where Ratis gathers what the
     *     leader streams
     * @param reads what is being sent is not deleted
     */
    SnapshotStore(Path temporary, SnapshotReads reads) {
        this.temporary = temporary;
        this.reads = reads;
    }

    @Override
    public void init(RaftStorage storage) throws IOException {
        init(storage.getStorageDir().getStateMachineDir().toPath());
    }

    synchronized void init(Path folder) throws IOException {
        directory = folder.toAbsolutePath();
        finishExchange();
    }

    @Override
    public File getTmpDir() {
        return temporary.toFile();
    }

    @Override
    public SnapshotInfo getLatestSnapshot() {
        return latest.orElse(null);
    }

    @Override
    public void format() {
        // an empty folder is a formatted one
    }

    @Override
    public void cleanupOldSnapshots(SnapshotRetentionPolicy policy) {
        // done when publishing
    }

    SnapshotReads reads() {
        return reads;
    }

    /** Index at which the newest one ends that Ratis may believe in; -1 if there is none. */
    long newest() {
        return latest.map(SnapshotInfo::getIndex).orElse(-1L);
    }

    /** All that are there, newest first. */
    synchronized List<StoredSnapshot> list() throws IOException {
        return list(directory);
    }

    private static List<StoredSnapshot> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.map(StoredSnapshot::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingLong(StoredSnapshot::index).reversed())
                    .toList();
        }
    }

    /** Says that this snapshot was loaded: what Ratis may believe in. */
    synchronized void use(StoredSnapshot snapshot) throws IOException {
        latest = Optional.of(snapshot.info());
    }

    /**
     * Keeps a damaged snapshot out of everybody's way, for inspection, for as long as it would be
     * kept if it were sound.
     */
    synchronized void setAside(StoredSnapshot damaged) throws IOException {
        String name = DAMAGED + damaged.directory().getFileName();
        Path aside = directory.resolve(name);
        for (int copy = 2; Files.exists(aside); copy++) {
            aside = directory.resolve(name + "." + copy);
        }
        Files.move(damaged.directory(), aside);
    }

    /** Whether a snapshot was set aside: then there was a state that the log may not give back. */
    synchronized boolean hasDamaged() throws IOException {
        return !damaged().isEmpty();
    }

    private List<Path> damaged() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.filter(path -> path.getFileName().toString().startsWith(DAMAGED))
                    .toList();
        }
    }

    /** As in {@link StoredSnapshot#name}; those that cannot be told count as the newest. */
    private static long damagedIndex(Path aside) {
        Matcher name = DAMAGED_NAME.matcher(aside.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : Long.MAX_VALUE;
    }

    /**
     * Moves a complete snapshot here, from the same file system.
     *
     * @return false if the folder is being exchanged, or if a newer one has come meanwhile
     */
    synchronized boolean publish(StoredSnapshot written) throws IOException {
        if (suspended || newest() >= written.index()) {
            return false;
        }
        Files.createDirectories(directory);
        Path published = directory.resolve(written.directory().getFileName());
        DirectoryTree.sync(written.directory());
        Files.move(written.directory(), published, StandardCopyOption.ATOMIC_MOVE);
        DirectoryTree.sync(directory);
        use(new StoredSnapshot(published, written.position()));
        deleteOld();
        return true;
    }

    /**
     * Makes durable what Ratis has gathered, for it does not do so itself, and deletes the log and
     * the old snapshots as soon as the new one is in place.
     */
    void syncGathered() throws IOException {
        try (DirectoryStream<Path> gathered =
                Files.newDirectoryStream(temporary, RATIS_PREFIX + "*")) {
            for (Path directoryOfOne : gathered) {
                DirectoryTree.syncAll(directoryOfOne);
            }
        }
    }

    /**
     * Deletes what is left of installations that came to nothing.
     *
     * @param but the id of the one that goes on
     */
    void deleteGathered(String but) throws IOException {
        try (DirectoryStream<Path> gathered =
                Files.newDirectoryStream(temporary, RATIS_PREFIX + "*")) {
            for (Path directoryOfOne : gathered) {
                if (!directoryOfOne.endsWith(RATIS_PREFIX + but)) {
                    DirectoryTree.delete(directoryOfOne);
                }
            }
        }
    }

    /** From here on Ratis exchanges the folder. */
    synchronized void suspend() {
        suspended = true;
    }

    /** The folder has been exchanged. */
    synchronized void resume() throws IOException {
        DirectoryTree.sync(directory.getParent());
        suspended = false;
        latest = Optional.empty();
    }

    /**
     * Index up to which no snapshot that is kept here or sent needs the log; -1 while there is but
     * one. Who has taken long to install one must find what follows it, and the last entry in it:
     * Ratis begins anew where the log begins just behind.
     */
    synchronized long purgeable() throws IOException {
        List<StoredSnapshot> kept = list();
        return kept.size() < RETAINED
                ? -1
                : Math.min(kept.get(RETAINED - 1).index(), reads.lowest() - 1);
    }

    /**
     * Ratis moves the old folder away before it moves the new one in. If the process ended between
     * the two, the old one is what there is; if that happened twice, the newest with a snapshot.
     */
    private void finishExchange() throws IOException {
        List<Path> old = movedAway();
        if (!old.isEmpty() && !Files.exists(directory)) {
            Files.move(best(old), directory);
        }
        for (Path folder : old) {
            DirectoryTree.delete(folder);
        }
    }

    private static Path best(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (!list(folder).isEmpty()) {
                return folder;
            }
        }
        return folders.get(0);
    }

    /** Newest first: Ratis puts the time into the names. */
    private List<Path> movedAway() throws IOException {
        String name = directory.getFileName() + ".tmp";
        try (Stream<Path> siblings = Files.list(directory.getParent())) {
            return siblings.filter(path -> path.getFileName().toString().startsWith(name))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private void deleteOld() throws IOException {
        for (StoredSnapshot old : list().stream().skip(RETAINED).toList()) {
            if (!reads.inUse(old.index())) {
                LOG.debug("deleting {}", old);
                DirectoryTree.delete(old.directory());
            }
        }
        long needed = purgeable();
        for (Path old : damaged()) {
            if (damagedIndex(old) < needed) {
                DirectoryTree.delete(old);
            }
        }
    }
}
