package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.snapshot.SnapshotFile;
import net.robustirc.consensus.snapshot.SnapshotMeta;
import net.robustirc.consensus.storage.DirectoryTree;
import net.robustirc.statemachine.ServerView;
import org.apache.ratis.server.protocol.TermIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A snapshot in the making: a kept view and links to the sealed segments that go with it. Begun on
 * the apply thread, which costs a few links; finished anywhere.
 */
record SnapshotDraft(ServerView view, StoredSnapshot target) {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotDraft.class);

    /**
     * @param parent where to write, on the file system of the snapshots
     * @param segments of the output log, sealed, up to the view
     */
    static SnapshotDraft begin(
            Path parent, ServerView view, TermIndex position, List<Path> segments)
            throws IOException {
        Path directory = parent.resolve(StoredSnapshot.name(position));
        DirectoryTree.delete(directory);
        Files.createDirectories(directory);
        SnapshotDraft draft = new SnapshotDraft(view, new StoredSnapshot(directory, position));
        try {
            for (Path segment : segments) {
                Files.createLink(directory.resolve(segment.getFileName().toString()), segment);
            }
            return draft;
        } catch (IOException | RuntimeException e) {
            draft.discard();
            throw e;
        }
    }

    /**
     * Writes and verifies the state, and the digest of each file.
     *
     * @param previous whose digests are taken for files that are the very same
     */
    StoredSnapshot finish(Optional<StoredSnapshot> previous) throws IOException {
        SnapshotFile.write(target.stateFile(), view.image(), meta());
        Digests.ensure(target.stateFile());
        for (Path segment : target.segments()) {
            if (!takeDigest(segment, previous)) {
                DirectoryTree.syncFile(segment);
                Digests.ensure(segment);
            }
        }
        return target;
    }

    /** Links would keep the disk full; does nothing once the snapshot has been moved away. */
    void discard() {
        try {
            DirectoryTree.delete(target.directory());
        } catch (IOException e) {
            LOG.warn("an unfinished snapshot could not be deleted", e);
        }
    }

    private SnapshotMeta meta() {
        return new SnapshotMeta(
                view.level(),
                view.networkName(),
                target.position().getTerm(),
                target.position().getIndex(),
                view.lastId());
    }

    private static boolean takeDigest(Path segment, Optional<StoredSnapshot> previous)
            throws IOException {
        return previous.isPresent()
                && Digests.take(
                        segment,
                        previous.get().directory().resolve(segment.getFileName().toString()));
    }
}
