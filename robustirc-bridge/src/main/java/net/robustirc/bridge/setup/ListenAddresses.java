package net.robustirc.bridge.setup;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Listen addresses as the original bridge's flags spell them. */
final class ListenAddresses {
    private ListenAddresses() {}

    /** Reads {@code host:port}, {@code :port} and {@code [v6]:port} joined by commas. */
    static List<InetSocketAddress> parse(String flag, String text) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String entry : text.split(",")) {
            if (!entry.isBlank()) {
                addresses.add(address(flag, entry.strip()));
            }
        }
        if (addresses.isEmpty()) {
            throw new SetupException(flag + " is empty: say where to listen, as host:port.");
        }
        return addresses;
    }

    private static InetSocketAddress address(String flag, String entry) {
        int colon = entry.lastIndexOf(':');
        if (colon < 0) {
            throw new SetupException(flag + "=" + entry + " is not of the form host:port.");
        }
        int port = port(flag, entry, entry.substring(colon + 1));
        String host = entry.substring(0, colon);
        if (host.isEmpty()) {
            return new InetSocketAddress(port);
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String name = bracketed ? host.substring(1, host.length() - 1) : host;
        InetSocketAddress address = new InetSocketAddress(name, port);
        if (address.isUnresolved()) {
            throw new SetupException(flag + "=" + entry + ": the host " + name + " is unknown.");
        }
        return address;
    }

    private static int port(String flag, String entry, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is no port
        }
        throw new SetupException(flag + "=" + entry + ": \"" + digits + "\" is not a port.");
    }
}
