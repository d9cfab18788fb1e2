package net.robustirc.war.boot;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import net.robustirc.war.failure.Refusal;

/** HEAD and OPTIONS, which Jersey would answer by itself, are unknown: 404 (http-api.md 1). */
@PreMatching
final class KnownMethods implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String method = request.getMethod();
        if (method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS)) {
            request.abortWith(Refusal.NOT_FOUND.toResponse());
        }
    }
}
