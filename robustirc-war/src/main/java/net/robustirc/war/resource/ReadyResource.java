package net.robustirc.war.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import net.robustirc.consensus.Consensus;
import net.robustirc.war.auth.Open;

/** {@code GET /readyz}: 200 while the node takes posts, so that new clients may come. */
@Open
@Path("readyz")
public final class ReadyResource {
    private final Consensus consensus;

    public ReadyResource(Consensus consensus) {
        this.consensus = consensus;
    }

    @GET
    public Response get() {
        return Health.answer(consensus.status().notReady());
    }
}
