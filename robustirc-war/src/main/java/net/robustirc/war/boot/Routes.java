package net.robustirc.war.boot;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.robustirc.war.auth.AdminRoutes;
import net.robustirc.war.failure.FailureMapper;
import net.robustirc.war.request.ClientRequestParameter;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** All routes, named one by one; nothing is discovered. */
final class Routes extends ResourceConfig {
    /** Takes our resources, which are instances, for providers that lack a contract. */
    private static final Logger NOISY =
            Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    Routes(List<Object> resources) {
        NOISY.setLevel(Level.SEVERE);
        resources.forEach(this::register);
        register(new AdminRoutes());
        register(new FailureMapper());
        register(
                new AbstractBinder() {
                    @Override
                    protected void configure() {
                        bind(new ClientRequestParameter()).to(ValueParamProvider.class);
                    }
                });
        property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true);
        property(CommonProperties.MOXY_JSON_FEATURE_DISABLE, true);
        property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL");
        property(ServerProperties.WADL_FEATURE_DISABLE, true);
        property(ServerProperties.BV_FEATURE_DISABLE, true);
    }
}
