package net.robustirc.tools.localnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import net.robustirc.tools.ToolException;
import net.robustirc.tools.node.NodeClient;

/** Waits until processes do what they are for; gives up with a sentence. */
final class Startup {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LATECOMERS = Duration.ofSeconds(5);
    private static final Duration CONFIGURE_LIMIT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);

    private final NodeClient client;
    private final Ports ports;

    Startup(NodeClient client, Ports ports) {
        this.client = client;
        this.ports = ports;
    }

    /** Until all are ready; a majority is enough if the others take long. */
    void awaitNodes(List<Child> nodes) throws InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        Deadline latecomers = deadline;
        Set<Child> ready = new HashSet<>();
        while (ready.size() < nodes.size()) {
            int before = ready.size();
            for (Child node : nodes) {
                checkAlive(node);
                if (!ready.contains(node) && client.ready(ports.url(nodes.indexOf(node) + 1))) {
                    ready.add(node);
                }
            }
            boolean majority = ready.size() > nodes.size() / 2;
            if (majority && before <= nodes.size() / 2) {
                latecomers = Deadline.in(LATECOMERS);
            }
            if (majority && latecomers.over()) {
                return;
            }
            if (deadline.over()) {
                throw new ToolException(
                        "The nodes did not get ready within %d s; see the logs, e.g. %s."
                                .formatted(LIMIT.toSeconds(), nodes.get(0).log()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    void awaitNode(Child node, int number) throws InterruptedException {
        await(node, () -> client.ready(ports.url(number)));
    }

    void awaitBridge(Child bridge) throws InterruptedException {
        await(bridge, () -> accepts(ports.irc()));
    }

    /**
     * Posts the network configuration to the first node that takes it. A try without an answer may
     * have gone through, so the next one may find another revision: it looks again.
     */
    void configure(String toml) throws InterruptedException {
        Deadline deadline = Deadline.in(CONFIGURE_LIMIT);
        for (int attempt = 0; ; attempt++) {
            try {
                client.configure(ports.url(attempt % ports.nodes() + 1), toml);
                return;
            } catch (NodeClient.RefusedException e) {
                throw new ToolException(
                        "The network configuration was refused: " + e.getMessage(), e);
            } catch (IOException e) {
                if (deadline.over()) {
                    throw new ToolException(
                            "The network configuration could not be posted: " + e.getMessage(), e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private static void await(Child child, BooleanSupplier ready) throws InterruptedException {
        Deadline deadline = Deadline.in(LIMIT);
        while (!ready.getAsBoolean()) {
            checkAlive(child);
            if (deadline.over()) {
                throw new ToolException(
                        "%s did not get ready within %d s; see %s."
                                .formatted(child.name(), LIMIT.toSeconds(), child.log()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private static void checkAlive(Child child) {
        if (!child.alive()) {
            throw new ToolException(
                    "%s stopped at its start: %s (log: %s)"
                            .formatted(
                                    child.name(),
                                    child.fault().orElse("it said nothing."),
                                    child.log()));
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
