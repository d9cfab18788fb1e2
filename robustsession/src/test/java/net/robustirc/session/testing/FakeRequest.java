package net.robustirc.session.testing;

import java.util.Map;
import java.util.Optional;

/**
 * One request as a fake server saw it.
 *
 * @param server the number of the server, from 0
 * @param headers by lower-case name, first value
 */
public record FakeRequest(
        int server, Kind kind, String path, Map<String, String> headers, String body) {
    /** What was asked for. */
    public enum Kind {
        CREATE,
        POST,
        STREAM,
        DELETE,
        UNKNOWN;

        static Kind of(String method, String path) {
            return switch (method) {
                case "POST" -> path.equals("/robustirc/v1/session") ? CREATE : post(path);
                case "GET" -> path.endsWith("/messages") ? STREAM : UNKNOWN;
                case "DELETE" -> DELETE;
                default -> UNKNOWN;
            };
        }

        private static Kind post(String path) {
            return path.endsWith("/message") ? POST : UNKNOWN;
        }
    }

    /** The first value of a header, if it came at all. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
