package net.robustirc.war.resource;

import jakarta.servlet.AsyncContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.war.auth.Doorkeeper;
import net.robustirc.war.auth.Doorkeeper.Claim;
import net.robustirc.war.auth.Open;
import net.robustirc.war.failure.Answers;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.request.ClientRequest;

/** {@code GET .../messages}: opens a stream (http-api.md 3.5), served by any node. */
@Open
@Path("robustirc/v1/{session}/messages")
public final class MessagesResource {
    private final Doorkeeper door;
    private final StreamDoor streams;
    private final Answers answers;

    public MessagesResource(Doorkeeper door, StreamDoor streams, Answers answers) {
        this.door = door;
        this.streams = streams;
        this.answers = answers;
    }

    /** The response is handed over to delivery; Jersey's answer is resumed only to refuse. */
    @GET
    public void get(@Context ClientRequest request, @Suspended AsyncResponse answer) {
        AsyncContext context = request.asyncContext();
        Claim claim = door.claim(request);
        Optional<SessionView> known = door.atOnce(claim);
        MessageId position =
                LastSeen.parse(request.queryParameter("lastseen"))
                        .orElseThrow(Refusal.BAD_LASTSEEN::asException);
        if (known.isPresent()) {
            streams.open(known.get(), request, position, context);
        } else {
            answers.sendRefusal(
                    answer,
                    door.forReading(claim)
                            .thenAccept(
                                    session -> streams.open(session, request, position, context)));
        }
    }
}
