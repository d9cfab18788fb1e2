package net.robustirc.war.admin;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.json.RequestBody;
import net.robustirc.war.request.ClientRequest;

/** {@code POST /quit}: drains the node and ends its process, so that a supervisor restarts it. */
@Path("quit")
public final class QuitResource {
    private final Runnable quit;

    /**
     * @param quit begins to drain and returns at once
     */
    public QuitResource(Runnable quit) {
        this.quit = quit;
    }

    @POST
    public Response post(@Context ClientRequest request) {
        String form =
                new String(
                        request.administratorsBody(RequestBody.LIMIT), StandardCharsets.US_ASCII);
        if ((form + request.uri()).contains("deletestate")) {
            throw Refusal.badRequest(
                            "deletestate is not supported: stop the node and format its directory")
                    .asException();
        }
        quit.run();
        return PlainText.of("This node drains and stops.\n");
    }
}
