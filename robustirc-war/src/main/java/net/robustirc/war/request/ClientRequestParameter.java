package net.robustirc.war.request;

import java.util.function.Function;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Gives routes their {@link ClientRequest}. */
public final class ClientRequestParameter implements ValueParamProvider {
    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getRawType() == ClientRequest.class ? ClientRequest::new : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
