package net.robustirc.session.server;

import java.util.Optional;

/** Where one server of the network listens; the host is a name or an address without brackets. */
public record ServerAddress(String host, int port) {
    /** Reads {@code host:port} or {@code [v6]:port}; empty if it is neither. */
    public static Optional<ServerAddress> parse(String text) {
        String trimmed = text.trim();
        int colon = trimmed.lastIndexOf(':');
        if (colon < 1 || colon == trimmed.length() - 1) {
            return Optional.empty();
        }
        return host(trimmed.substring(0, colon))
                .flatMap(
                        host ->
                                port(trimmed.substring(colon + 1))
                                        .map(port -> new ServerAddress(host, port)));
    }

    /** A name, or an IPv6 address in brackets; the resolver judges what is between the dots. */
    private static Optional<String> host(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        String separators = bracketed ? "/@[]" : "/@[]:";
        boolean fit =
                !host.isEmpty()
                        && host.chars()
                                .allMatch(c -> c > ' ' && c < 0x7f && separators.indexOf(c) < 0);
        return fit ? Optional.of(host) : Optional.empty();
    }

    private static Optional<Integer> port(String digits) {
        if (digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65535 ? Optional.of(port) : Optional.empty();
    }

    /** The form of a Host header. */
    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? '[' + host + ']' : host) + ':' + port;
    }
}
