package net.robustirc.consensus.snapshot;

/**
 * What a snapshot says of itself.
 *
 * @param level behaviour level in force (design D2)
 * @param networkName of the network whose state it is
 * @param term Raft term of the newest entry in it
 * @param index Raft index of the newest entry in it
 * @param lastId message id of the newest command in it
 */
public record SnapshotMeta(int level, String networkName, long term, long index, long lastId) {}
