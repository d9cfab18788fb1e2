package net.robustirc.consensus.ratis;

import org.apache.ratis.protocol.RaftPeerId;

/** What Ratis and the apply thread tell the rest of the node. Called on their threads: be quick. */
interface NodeEvents {
    void leaderChanged(RaftPeerId leader);

    /** The log cannot be written any more; only a restart clears that. */
    void logFailed(Throwable cause);

    /** Ratis stopped, by itself or because we asked it to. May come again and again. */
    void serverStopped();

    /** This node must not apply another entry (design D12). */
    void fatal(String what, Throwable cause);
}
