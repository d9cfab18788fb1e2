package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.output.Damage;
import net.robustirc.consensus.output.DamagedSegmentException;
import net.robustirc.consensus.snapshot.DamagedSnapshotException;
import org.apache.ratis.io.MD5Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the snapshot to go on from: the newest that is whole, or else the newest whose state is,
 * without the output that is damaged. Only what is proven to be damaged is set aside; a file that
 * cannot be opened, or of another build, stops the start and is left as it is.
 */
final class SnapshotRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotRecovery.class);

    private final SnapshotStore store;
    private final Replica replica;
    private final List<StoredSnapshot> partial = new ArrayList<>();
    private Optional<Exception> damage = Optional.empty();

    /**
     * @param whole false if output had to be left out
     */
    record Recovered(StoredSnapshot snapshot, boolean whole) {}

    SnapshotRecovery(SnapshotStore store, Replica replica) {
        this.store = store;
        this.replica = replica;
    }

    /**
     * Puts a snapshot in the place of what the replica holds.
     *
     * @return empty if there is none at all
     * @throws IOException if there are snapshots but none is usable
     */
    Optional<Recovered> run() throws IOException {
        for (StoredSnapshot snapshot : store.list()) {
            if (restoreWhole(snapshot)) {
                for (StoredSnapshot damaged : partial) {
                    store.setAside(damaged);
                }
                return Optional.of(new Recovered(snapshot, true));
            }
        }
        if (!partial.isEmpty()) {
            StoredSnapshot newest = partial.get(0);
            replica.restore(newest, Damage.LEAVE_OUT);
            return Optional.of(new Recovered(newest, false));
        }
        if (damage.isPresent()) {
            Exception cause = damage.get();
            throw new IOException("no usable snapshot: " + cause.getMessage(), cause);
        }
        return Optional.empty();
    }

    private boolean restoreWhole(StoredSnapshot snapshot) throws IOException {
        try {
            replica.restore(snapshot, Damage.REFUSE);
            return true;
        } catch (DamagedSegmentException e) {
            LOG.error("output in {} is damaged", snapshot.directory(), e);
            partial.add(snapshot);
            return false;
        } catch (IOException | RuntimeException e) {
            if (!isDamaged(snapshot, e)) {
                throw new IOException(
                        "%s cannot be loaded, though it is not damaged; nothing was changed: %s"
                                .formatted(snapshot.directory(), e.getMessage()),
                        e);
            }
            LOG.error("{} is damaged, going back to an older one", snapshot.directory(), e);
            store.setAside(snapshot);
            damage = Optional.of(e);
            return false;
        }
    }

    private static boolean isDamaged(StoredSnapshot snapshot, Exception failure) {
        try {
            return provesDamage(snapshot, failure);
        } catch (IOException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    /** The digest decides; where there is none, what was found in the file. */
    private static boolean provesDamage(StoredSnapshot snapshot, Exception failure)
            throws IOException {
        if (Files.notExists(snapshot.stateFile())) {
            return true;
        }
        Optional<MD5Hash> written = Digests.stored(snapshot.stateFile());
        return written.isPresent()
                ? !written.get().equals(Digests.computed(snapshot.stateFile()))
                : failure instanceof DamagedSnapshotException;
    }
}
