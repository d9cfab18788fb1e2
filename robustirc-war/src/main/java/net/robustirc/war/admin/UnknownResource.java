package net.robustirc.war.admin;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import net.robustirc.war.failure.Refusal;

/** Every other path: it asks for the password first, so that nobody can feel around. */
@Path("{path: .*}")
public final class UnknownResource {
    @GET
    public Response get() {
        return Refusal.NOT_FOUND.toResponse();
    }

    @POST
    public Response post() {
        return Refusal.NOT_FOUND.toResponse();
    }

    @PUT
    public Response put() {
        return Refusal.NOT_FOUND.toResponse();
    }

    @PATCH
    public Response patch() {
        return Refusal.NOT_FOUND.toResponse();
    }

    @DELETE
    public Response delete() {
        return Refusal.NOT_FOUND.toResponse();
    }
}
