package net.robustirc.war.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Tells requests that a page of another site had a browser send, with the credentials which that
 * browser keeps for us. Tools send neither header.
 */
final class CrossSite {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    /** By {@code Sec-Fetch-Site} (W3C Fetch Metadata) and {@code Origin} (RFC 6454). */
    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return site != null && !OWN.contains(site)
                || origin != null && !isOwn(origin, request.getHeader("Host"));
    }

    /** {@code null}, which a browser sends to hide an origin, is nobody's own. */
    private static boolean isOwn(String origin, String host) {
        int authority = origin.indexOf("://");
        return authority > 0
                && host != null
                && origin.substring(authority + "://".length()).equalsIgnoreCase(host);
    }
}
