package net.robustirc.consensus.ratis;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/** Ratis' settings, each where its default does not fit. */
final class RaftTuning {
    /** More than a batch can take; the write buffer must exceed it. */
    static final SizeInBytes ENTRY_MAX = SizeInBytes.valueOf("1MB");

    private static final long MIN_SEGMENT = 64 << 10;
    private static final long MAX_SEGMENT = 8 << 20;

    private RaftTuning() {}

    static RaftProperties properties(Path storage, SnapshotPolicy policy) {
        RaftProperties properties = new RaftProperties();
        RaftServerConfigKeys.setStorageDir(properties, List.of(storage.toFile()));
        RaftConfigKeys.Rpc.setType(properties, new PeerRpcType());
        timeouts(properties);
        log(properties, policy);
        snapshots(properties);
        reads(properties);
        return properties;
    }

    private static void timeouts(RaftProperties properties) {
        // A new leader within about a second; and no step down because all nodes share two busy
        // cores.
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, millis(600));
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, millis(1500));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, millis(200));
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, millis(500));
        RaftServerConfigKeys.Rpc.setRequestTimeout(properties, millis(2000));
        // Exactly once is decided in our own state (design D4); the cache only costs memory.
        RaftServerConfigKeys.RetryCache.setExpiryTime(properties, millis(5000));
    }

    private static void log(RaftProperties properties, SnapshotPolicy policy) {
        RaftServerConfigKeys.Log.setLogMetadataEnabled(properties, false);
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, segmentSize(policy));
        RaftServerConfigKeys.Log.setPreallocatedSize(properties, SizeInBytes.valueOf("64KB"));
        RaftServerConfigKeys.Log.setWriteBufferSize(properties, SizeInBytes.valueOf("2MB"));
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        RaftServerConfigKeys.Log.setSegmentCacheSizeMax(properties, SizeInBytes.valueOf("16MB"));
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(properties, ENTRY_MAX);
        RaftServerConfigKeys.Log.Appender.setWaitTimeMin(properties, millis(0));
        RaftServerConfigKeys.Write.setElementLimit(properties, 1024);
    }

    /**
     * The log goes by whole segments: several to a snapshot, so that little is kept for nothing.
     */
    private static SizeInBytes segmentSize(SnapshotPolicy policy) {
        return SizeInBytes.valueOf(
                Math.max(MIN_SEGMENT, Math.min(MAX_SEGMENT, policy.bytes() / 4)));
    }

    /**
     * We decide when a snapshot is due and what of the log may go (design D9); what is left to
     * Ratis is to ask for one at a graceful stop.
     */
    private static void snapshots(RaftProperties properties) {
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, true);
        RaftServerConfigKeys.Snapshot.setAutoTriggerThreshold(properties, Long.MAX_VALUE);
        RaftServerConfigKeys.Snapshot.setTriggerWhenStopEnabled(properties, true);
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
        RaftServerConfigKeys.Log.setPurgePreservationLogNum(properties, 0);
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
        // No heartbeat goes out meanwhile: over a slow link a chunk must not take as long as an
        // election.
        RaftServerConfigKeys.Log.Appender.setSnapshotChunkSizeMax(
                properties, SizeInBytes.valueOf("512KB"));
    }

    private static void reads(RaftProperties properties) {
        RaftServerConfigKeys.Read.setOption(
                properties, RaftServerConfigKeys.Read.Option.LINEARIZABLE);
        RaftServerConfigKeys.Read.setLeaderLeaseEnabled(properties, true);
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
