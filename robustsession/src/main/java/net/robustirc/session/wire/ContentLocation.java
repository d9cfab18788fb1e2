package net.robustirc.session.wire;

import java.util.Optional;
import net.robustirc.session.server.ServerAddress;

/** The hint that names the server which really took a request. */
public final class ContentLocation {
    private ContentLocation() {}

    /** The authority of {@code //host:port/path} or an absolute URL; empty where there is none. */
    public static Optional<ServerAddress> server(String value) {
        int start = value.indexOf("//");
        boolean hasAuthority = start == 0 || value.startsWith("https:") && start == 6;
        if (!hasAuthority) {
            return Optional.empty();
        }
        int end = value.indexOf('/', start + 2);
        return ServerAddress.parse(value.substring(start + 2, end < 0 ? value.length() : end));
    }
}
