package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.statemachine.SnapshotInfo;
import org.apache.ratis.statemachine.impl.FileListSnapshotInfo;
import org.apache.ratis.util.MD5FileUtil;

/**
 * A snapshot on disk: a directory {@code snapshot.TERM_INDEX} with the state, the segments of the
 * output log and for each of these files its digest, by which Ratis checks what it streams.
 */
record StoredSnapshot(Path directory, TermIndex position) {
    static final String STATE_FILE = "state.mv";

    private static final Pattern NAME = Pattern.compile("snapshot\\.(\\d{1,18})_(\\d{1,18})");

    static String name(TermIndex position) {
        return "snapshot." + position.getTerm() + "_" + position.getIndex();
    }

    /** The snapshot in a directory of that name; empty for any other. */
    static Optional<StoredSnapshot> of(Path directory) {
        Matcher name = NAME.matcher(directory.getFileName().toString());
        if (!name.matches() || !Files.isDirectory(directory)) {
            return Optional.empty();
        }
        return Optional.of(
                new StoredSnapshot(
                        directory,
                        TermIndex.valueOf(
                                Long.parseLong(name.group(1)), Long.parseLong(name.group(2)))));
    }

    long index() {
        return position.getIndex();
    }

    Path stateFile() {
        return directory.resolve(STATE_FILE);
    }

    /** Segments of the output log, oldest first: their names sort so. */
    List<Path> segments() throws IOException {
        return files().filter(file -> !file.equals(stateFile())).toList();
    }

    /** What Ratis streams to a node that fell behind; the snapshot is known to be sound. */
    SnapshotInfo info() throws IOException {
        List<FileInfo> infos = new ArrayList<>();
        for (Path file : files().toList()) {
            infos.add(new FileInfo(file, Digests.ensure(file)));
        }
        return new FileListSnapshotInfo(infos, position);
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all
                    .filter(file -> !file.toString().endsWith(MD5FileUtil.MD5_SUFFIX))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
