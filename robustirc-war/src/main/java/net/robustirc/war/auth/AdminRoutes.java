package net.robustirc.war.auth;

import jakarta.ws.rs.HttpMethod;
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
    private static final Refusal FOREIGN =
            new Refusal(403, "A page of another site sent this request, so it is not carried out");
    private static final Refusal UNHEARD =
            new Refusal(429, "Wrong passwords came from this address, please wait");
    private static final long MILLIS_PER_SECOND = 1000;

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
            long wait = Login.waitMillis(request::getProperty);
            if (wait > 0) {
                request.abortWith(unheard(wait));
            } else if (!Login.isAdministrator(request::getProperty)) {
                request.abortWith(challenge());
            } else if (changes(request) && Login.isForeign(request::getProperty)) {
                request.abortWith(FOREIGN.toResponse());
            }
        }

        /** What another site may have sent is not to change anything; looking shows it nothing. */
        private static boolean changes(ContainerRequestContext request) {
            return !request.getMethod().equals(HttpMethod.GET);
        }

        private static Response unheard(long waitMillis) {
            return UNHEARD.toResponse((waitMillis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND);
        }

        private static Response challenge() {
            return Response.fromResponse(UNAUTHORIZED.toResponse())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"robustirc\"")
                    .build();
        }
    }
}
