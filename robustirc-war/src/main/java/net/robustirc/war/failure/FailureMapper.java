package net.robustirc.war.failure;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers whatever a resource, or Jersey, throws. */
public final class FailureMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable problem) {
        return Failures.of(problem).toResponse();
    }
}
