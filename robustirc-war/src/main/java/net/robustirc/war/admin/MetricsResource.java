package net.robustirc.war.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import net.robustirc.war.metrics.NodeMetrics;

/** {@code GET /metrics}: Prometheus' text format. */
@Path("metrics")
public final class MetricsResource {
    private final NodeMetrics metrics;

    public MetricsResource(NodeMetrics metrics) {
        this.metrics = metrics;
    }

    @GET
    public Response get() {
        return Response.ok(metrics.scrape())
                .header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .build();
    }
}
