package net.robustirc.war.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.war.auth.Open;

/** {@code GET /livez}: 503 once only a restart can help the process. */
@Open
@Path("livez")
public final class LiveResource {
    private final Consensus consensus;

    public LiveResource(Consensus consensus) {
        this.consensus = consensus;
    }

    @GET
    public Response get() {
        return Health.answer(
                consensus.status().role() == Role.SHUTDOWN
                        ? Optional.of("The node has left the network and must be restarted")
                        : Optional.empty());
    }
}
