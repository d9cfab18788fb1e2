package net.robustirc.war.boot;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the process: drains the node as soon as it begins to stop, while the container still
 * waits for open requests, and ends it on demand.
 */
final class ProcessEnd {
    /** "Try again": tells a supervisor that the node wants to be started again. */
    static final int RESTART = 75;

    /** As in sysexits.h: an internal software error. */
    private static final int SOFTWARE = 70;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

    private final boolean ownsProcess;
    private Optional<Thread> hook = Optional.empty();
    private Optional<Node> node = Optional.empty();

    /**
     * @param ownsProcess whether the process may be ended
     */
    ProcessEnd(boolean ownsProcess) {
        this.ownsProcess = ownsProcess;
    }

    /** From now on a stop of the process drains that node first. */
    synchronized void watch(Node watched) {
        Thread thread = new Thread(watched::drain, "robustirc-shutdown");
        Runtime.getRuntime().addShutdownHook(thread);
        hook = Optional.of(thread);
        node = Optional.of(watched);
    }

    /** Nothing of the node is held any more. */
    synchronized void forget() {
        hook.ifPresent(ProcessEnd::remove);
        hook = Optional.empty();
        node = Optional.empty();
    }

    private static void remove(Thread thread) {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            LOG.debug("The process stops already", e);
        }
    }

    /**
     * At once and whoever owns the process, as after an Error in apply (design D12): a node that
     * goes on without one of its threads would call itself well and serve nobody.
     */
    static void halt(Error cause) {
        try {
            LOG.error("A thread of the node failed, the process ends", cause);
        } finally {
            Runtime.getRuntime().halt(SOFTWARE);
        }
    }

    /** Drains and ends the process, in the background; where it is not ours, drains alone. */
    synchronized void quit() {
        Optional<Node> quitting = node;
        Thread thread =
                new Thread(
                        () -> {
                            quitting.ifPresent(Node::drain);
                            if (ownsProcess) {
                                System.exit(RESTART);
                            }
                        },
                        "robustirc-quit");
        thread.setDaemon(true);
        thread.start();
    }
}
