package net.robustirc.tools.localnet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import net.robustirc.tools.ToolException;

/** The ports that a localnet listens on. Nodes count from 1. */
record Ports(int irc, int http, int raft, int nodes) {
    private static final int HIGHEST = 65535;

    int http(int node) {
        return http + node - 1;
    }

    int raft(int node) {
        return raft + node - 1;
    }

    String url(int node) {
        return "https://localhost:" + http(node);
    }

    /** Says which port is out of range, used twice, or taken by somebody else. */
    void check() {
        Map<Integer, String> uses = new LinkedHashMap<>();
        add(uses, irc, "IRC (--irc-port)");
        for (int node = 1; node <= nodes; node++) {
            add(uses, http(node), "HTTPS of node " + node + " (--http-port)");
            add(uses, raft(node), "Raft of node " + node);
        }
        uses.forEach(Ports::checkFree);
    }

    private static void add(Map<Integer, String> uses, int port, String use) {
        if (port < 1 || port > HIGHEST) {
            throw new ToolException("Port " + port + ", for " + use + ", does not exist.");
        }
        String other = uses.put(port, use);
        if (other != null) {
            throw new ToolException(
                    "Port " + port + " would serve both " + other + " and " + use + ".");
        }
    }

    private static void checkFree(int port, String use) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new ToolException("Port " + port + ", for " + use + ", is taken.", e);
        }
    }
}
