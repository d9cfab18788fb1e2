package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.output.SegmentedOutputLog;
import net.robustirc.consensus.snapshot.SnapshotFile;
import net.robustirc.consensus.snapshot.SnapshotMeta;
import net.robustirc.consensus.storage.DirectoryTree;
import net.robustirc.statemachine.ServerView;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.util.MD5FileUtil;

/**
 * A snapshot in the making: a kept view and links to the sealed segments that go with it. Begun on
 * the apply thread, which costs a few links; finished anywhere.
 */
record SnapshotDraft(ServerView view, StoredSnapshot target) {

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
        for (Path segment : segments) {
            Files.createLink(directory.resolve(segment.getFileName().toString()), segment);
        }
        return new SnapshotDraft(view, new StoredSnapshot(directory, position));
    }

    /**
     * Writes and verifies the state, and the digest of each file.
     *
     * @param previous whose digests are taken for files that are the very same
     */
    StoredSnapshot finish(Optional<StoredSnapshot> previous) throws IOException {
        SnapshotFile.write(target.stateFile(), view.image(), meta());
        MD5FileUtil.computeAndSaveMd5ForFile(target.stateFile().toFile());
        for (Path segment : target.segments()) {
            if (!takeDigest(segment, previous)) {
                SegmentedOutputLog.sync(segment);
                MD5FileUtil.computeAndSaveMd5ForFile(segment.toFile());
            }
        }
        return target;
    }

    void discard() throws IOException {
        DirectoryTree.delete(target.directory());
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
        if (previous.isEmpty()) {
            return false;
        }
        Path same = previous.get().directory().resolve(segment.getFileName().toString());
        if (!Files.exists(same) || !Files.isSameFile(same, segment)) {
            return false;
        }
        Path digest = MD5FileUtil.getDigestFileForFile(same.toFile()).toPath();
        if (!Files.exists(digest)) {
            return false;
        }
        Files.copy(digest, MD5FileUtil.getDigestFileForFile(segment.toFile()).toPath());
        return true;
    }
}
