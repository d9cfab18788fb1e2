package net.robustirc.consensus.snapshot;

import net.robustirc.statemachine.snapshot.StateImage;

/**
 * A snapshot as read back, verified; the file is closed again.
 *
 * @param image the state, ready to be restored
 */
public record Snapshot(SnapshotMeta meta, StateImage.Source image) {}
