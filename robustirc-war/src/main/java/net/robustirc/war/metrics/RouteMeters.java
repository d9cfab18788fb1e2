package net.robustirc.war.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Times every route by its method's name and its status; a bounded number of labels. */
public final class RouteMeters implements DynamicFeature {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;

    RouteMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void configure(ResourceInfo route, FeatureContext context) {
        String name =
                route.getResourceClass().getSimpleName()
                        + "."
                        + route.getResourceMethod().getName();
        context.register(new RouteTimer(name));
    }

    /** One route's filter; its timers are looked up once for each status. */
    private final class RouteTimer implements ContainerRequestFilter, ContainerResponseFilter {
        private static final String STARTED = "net.robustirc.war.metrics.started";

        private final String route;
        private final ConcurrentMap<Integer, Timer> byStatus = new ConcurrentHashMap<>();

        RouteTimer(String route) {
            this.route = route;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            request.setProperty(STARTED, System.nanoTime());
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getProperty(STARTED) instanceof Long started) {
                byStatus.computeIfAbsent(response.getStatus(), this::timer)
                        .record(Duration.ofNanos(System.nanoTime() - started));
            }
        }

        private Timer timer(int status) {
            return Timer.builder("http.requests")
                    .description("Requests answered")
                    .tag("route", route)
                    .tag("status", Integer.toString(status))
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }
    }
}
