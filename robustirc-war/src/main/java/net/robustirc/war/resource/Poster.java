package net.robustirc.war.resource;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import net.robustirc.war.auth.ClientAddress;

/**
 * Where a line came from, as far as headers tell.
 *
 * @param peer address of the TCP connection
 * @param bridgeSecret value of {@code X-Bridge-Auth}
 * @param forwardedFor value of {@code X-Forwarded-For}
 */
record Poster(String peer, Optional<String> bridgeSecret, Optional<String> forwardedFor) {
    static Poster of(HttpServletRequest request) {
        return new Poster(
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader("X-Bridge-Auth")),
                Optional.ofNullable(request.getHeader("X-Forwarded-For")));
    }

    /** The client's own address, as the trusted bridges make it known. */
    String address(Set<String> trustedBridges) {
        return ClientAddress.of(peer, bridgeSecret, forwardedFor, trustedBridges);
    }
}
