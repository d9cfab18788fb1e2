package net.robustirc.war.boot;

import java.util.List;
import net.robustirc.war.auth.AdminRoutes;
import net.robustirc.war.failure.FailureMapper;
import net.robustirc.war.metrics.RouteMeters;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** All routes, named one by one; nothing is discovered. */
final class Routes extends ResourceConfig {
    Routes(List<Object> resources, RouteMeters meters) {
        resources.forEach(this::register);
        register(new AdminRoutes());
        register(meters);
        register(new KnownMethods());
        register(new FailureMapper());
        property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true);
        property(CommonProperties.MOXY_JSON_FEATURE_DISABLE, true);
        property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
        property(ServerProperties.WADL_FEATURE_DISABLE, true);
        property(ServerProperties.BV_FEATURE_DISABLE, true);
        // Our answers are complete; the container is not to put its error pages over them.
        property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    }
}
