package net.robustirc.war.testing;

import java.util.Map;
import java.util.Optional;

/**
 * An HTTP response.
 *
 * @param headers by name in lower case
 * @param interim whether "100 Continue" came before it
 */
public record Reply(int status, Map<String, String> headers, String body, boolean interim) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
