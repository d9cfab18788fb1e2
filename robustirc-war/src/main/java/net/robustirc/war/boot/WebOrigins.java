package net.robustirc.war.boot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Tells browsers which sites' pages may use the public routes (http-api.md 3.0; Fetch standard,
 * CORS protocol). Such a page needs a session's token like any other client: a browser is never
 * told to add credentials of its own, and what it must not send to the private routes is refused
 * there, whatever stands here.
 */
final class WebOrigins {
    private static final Pattern PUBLIC = Pattern.compile("/robustirc/v1/[^/]+(/messages?)?");

    private final Supplier<? extends Map<String, Boolean>> origins;

    /**
     * @param origins those of the configuration in force, and whether their pages may
     */
    WebOrigins(Supplier<? extends Map<String, Boolean>> origins) {
        this.origins = origins;
    }

    /**
     * Adds what the page's browser asks for, if its origin is listed. A request that has waited may
     * come here again.
     *
     * @return whether it only asked whether it may (a preflight), which is answered now
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (origin == null
                || !origins.get().getOrDefault(origin, false)
                || !PUBLIC.matcher(request.getRequestURI()).matches()) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
        response.setHeader("Access-Control-Allow-Headers", "X-Session-Auth, Accept, Content-Type");
        response.setHeader("Access-Control-Expose-Headers", "Content-Location, Retry-After");
        response.setHeader("Access-Control-Max-Age", "86400");
        response.setHeader("Vary", "Origin");
        boolean preflight =
                request.getMethod().equals("OPTIONS")
                        && request.getHeader("Access-Control-Request-Method") != null;
        if (preflight) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
        return preflight;
    }
}
