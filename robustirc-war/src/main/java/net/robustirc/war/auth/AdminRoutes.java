package net.robustirc.war.auth;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import net.robustirc.war.failure.Refusal;

/**
 * Puts a guard before every route that is not {@link Open}. The route itself is asked, never a
 * pattern of paths, so a forgotten mark closes a door and opens none.
 */
public final class AdminRoutes implements DynamicFeature {
    private static final Refusal UNAUTHORIZED = new Refusal(401, "Unauthorized");

    @Override
    public void configure(ResourceInfo route, FeatureContext context) {
        if (!route.getResourceClass().isAnnotationPresent(Open.class)) {
            context.register(new Guard());
        }
    }

    /** Lets those through whom {@link Login} knew. */
    private static final class Guard implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (!Login.isAdministrator(request::getProperty)) {
                request.abortWith(challenge());
            }
        }

        private static Response challenge() {
            return Response.fromResponse(UNAUTHORIZED.toResponse())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"robustirc\"")
                    .build();
        }
    }
}
