package net.robustirc.consensus.ratis;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.ratis.protocol.RaftPeerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands in the way of this node's readiness, and the way out when it must not go on. */
final class Health implements NodeEvents {
    /** Exit codes as in sysexits.h, so that a supervisor's log tells them apart. */
    static final int EXIT_SOFTWARE = 70;

    static final int EXIT_IO = 74;

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final IntConsumer exit;
    private volatile Consumer<RaftPeerId> leaderListener = leader -> {};
    private volatile String failure = "";
    private volatile boolean draining;
    private volatile boolean closing;
    private volatile boolean caughtUp;
    private volatile boolean diskLow;

    /**
     * @param exit ends the process with that code; returns only in tests
     */
    Health(IntConsumer exit) {
        this.exit = exit;
    }

    void onLeaderChanged(Consumer<RaftPeerId> listener) {
        leaderListener = listener;
    }

    /** This node has seen everything that was committed before it started. */
    void caughtUp() {
        caughtUp = true;
    }

    void diskLow(boolean low) {
        diskLow = low;
    }

    void draining() {
        draining = true;
    }

    void closing() {
        closing = true;
    }

    boolean hasCaughtUp() {
        return caughtUp;
    }

    boolean stopping() {
        return draining || closing || !failure.isEmpty();
    }

    /** Reasons that do not depend on the others, the gravest first. */
    Optional<String> notReady() {
        if (!failure.isEmpty()) {
            return Optional.of(failure);
        }
        if (draining || closing) {
            return Optional.of("this node is shutting down");
        }
        if (diskLow) {
            return Optional.of("the disk of this node is nearly full");
        }
        return caughtUp
                ? Optional.empty()
                : Optional.of("this node is starting: it has not caught up with the network yet");
    }

    @Override
    public void leaderChanged(RaftPeerId leader) {
        leaderListener.accept(leader);
    }

    @Override
    public void logFailed(Throwable cause) {
        fail("this node cannot write its log: " + cause.getMessage(), cause, EXIT_IO);
    }

    @Override
    public void serverStopped() {
        if (!closing) {
            fail("replication has stopped on this node", null, EXIT_SOFTWARE);
        }
    }

    @Override
    public void fatal(String what, Throwable cause) {
        fail(what + ": " + cause.getMessage(), cause, EXIT_SOFTWARE);
    }

    private void fail(String what, Throwable cause, int code) {
        synchronized (this) {
            if (!failure.isEmpty()) {
                return;
            }
            failure = what;
        }
        LOG.error("{}; the process exits and needs a restart", what, cause);
        exit.accept(code);
    }
}
