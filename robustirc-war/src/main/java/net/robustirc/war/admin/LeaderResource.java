package net.robustirc.war.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import net.robustirc.consensus.Consensus;

/** {@code GET /leader}: the leader's {@code host:port}, empty while there is none. */
@Path("leader")
public final class LeaderResource {
    private final Consensus consensus;

    public LeaderResource(Consensus consensus) {
        this.consensus = consensus;
    }

    @GET
    public Response get() {
        return PlainText.of(consensus.status().leader().orElse(""));
    }
}
