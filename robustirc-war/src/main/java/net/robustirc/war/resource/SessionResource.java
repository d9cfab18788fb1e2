package net.robustirc.war.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.auth.Doorkeeper;
import net.robustirc.war.auth.Doorkeeper.Claim;
import net.robustirc.war.auth.Open;
import net.robustirc.war.failure.Answers;
import net.robustirc.war.json.JsonText;
import net.robustirc.war.json.PostedLine;
import net.robustirc.war.json.QuitBody;
import net.robustirc.war.json.RequestBody;

/** Creates sessions, takes their lines, ends them (http-api.md 3.2 to 3.4). */
@Open
@Path("robustirc/v1")
public final class SessionResource {
    static final String TOKEN = "X-Session-Auth";
    private static final String JSON = "application/json";

    private final Doorkeeper door;
    private final SessionCommands commands;
    private final Answers answers;

    public SessionResource(Doorkeeper door, SessionCommands commands, Answers answers) {
        this.door = door;
        this.commands = commands;
        this.answers = answers;
    }

    /** Answers on the headers alone: a client's body may never end (rule 7). */
    @POST
    @Path("session")
    public void create(@Context HttpServletRequest request, @Suspended AsyncResponse answer) {
        String token = commands.newToken();
        answers.send(
                answer,
                commands.create(token),
                session -> ok(request).entity(created(session, token)).type(JSON).build());
    }

    private String created(SessionId session, String token) {
        return JsonText.object(
                json -> {
                    json.writeStringField("Sessionid", session.toString());
                    json.writeStringField("Sessionauth", token);
                    json.writeStringField("Prefix", commands.networkName());
                });
    }

    /** Takes one line. */
    @POST
    @Path("{session}/message")
    public void post(
            @PathParam("session") String sessionId,
            @Context HttpServletRequest request,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse answer) {
        Claim claim = door.claim(sessionId, request.getHeader(TOKEN));
        Optional<SessionView> known = door.atOnce(claim);
        PostedLine line = PostedLine.parse(body(request, context));
        Poster poster = Poster.of(request);
        answers.send(
                answer,
                session(claim, known).thenCompose(session -> commands.post(session, line, poster)),
                done -> ok(request).build());
    }

    /** Ends the session. */
    @DELETE
    @Path("{session}")
    public void delete(
            @PathParam("session") String sessionId,
            @Context HttpServletRequest request,
            @Context ContainerRequestContext context,
            @Suspended AsyncResponse answer) {
        Claim claim = door.claim(sessionId, request.getHeader(TOKEN));
        Optional<SessionView> known = door.atOnce(claim);
        String quitText = QuitBody.quitText(body(request, context));
        answers.send(
                answer,
                session(claim, known)
                        .thenCompose(session -> commands.delete(session.id(), quitText)),
                done -> ok(request).build());
    }

    private CompletionStage<SessionView> session(Claim claim, Optional<SessionView> known) {
        return known.isPresent()
                ? CompletableFuture.completedFuture(known.get())
                : door.forWriting(claim);
    }

    /** Read before anything is waited for: what is waited for completes on threads of consensus. */
    private static byte[] body(HttpServletRequest request, ContainerRequestContext context) {
        return RequestBody.read(
                context.getEntityStream(), request.getContentLengthLong(), RequestBody.LIMIT);
    }

    /** Exactly 200, whatever the body (rule 1), and who leads where that is another node. */
    private Response.ResponseBuilder ok(HttpServletRequest request) {
        Response.ResponseBuilder response = Response.ok();
        commands.contentLocation(request)
                .ifPresent(location -> response.header(HttpHeaders.CONTENT_LOCATION, location));
        return response;
    }
}
