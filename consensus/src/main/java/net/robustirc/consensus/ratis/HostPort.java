package net.robustirc.consensus.ratis;

/** An address as settings write it: {@code host:port} or {@code [v6]:port}. */
record HostPort(String host, int port) {
    private static final int MAX_PORT = 65535;

    static HostPort parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("'" + text + "' is not of the form host:port");
        }
        String host = text.substring(0, colon);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        return new HostPort(host, port(text, text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static int port(String text, String digits) {
        try {
            int port = Integer.parseInt(digits);
            if (port > 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, with the whole text
        }
        throw new IllegalArgumentException("'" + text + "' does not end in a port number");
    }
}
