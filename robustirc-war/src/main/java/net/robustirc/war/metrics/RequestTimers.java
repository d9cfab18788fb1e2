package net.robustirc.war.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import net.robustirc.war.failure.Answers;

/** Times what clients wait for, by route and status: a bounded number of labels. */
final class RequestTimers implements Answers.Observer {
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
    private final ConcurrentMap<Route, Timer> timers = new ConcurrentHashMap<>();

    private record Route(String name, int status) {}

    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String route, int status, long nanos) {
        timers.computeIfAbsent(new Route(route, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Route route) {
        return Timer.builder("http.requests")
                .description("Requests that needed the network")
                .tag("route", route.name())
                .tag("status", Integer.toString(route.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
