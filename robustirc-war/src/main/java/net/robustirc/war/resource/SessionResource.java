package net.robustirc.war.resource;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.robustirc.statemachine.ServerView.SessionView;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.war.auth.Doorkeeper;
import net.robustirc.war.auth.Doorkeeper.Claim;
import net.robustirc.war.auth.Open;
import net.robustirc.war.failure.Answers;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.forward.LeaderHint;
import net.robustirc.war.json.JsonText;
import net.robustirc.war.json.PostedLine;
import net.robustirc.war.json.QuitBody;
import net.robustirc.war.json.RequestBody;
import net.robustirc.war.request.ClientRequest;

/** Creates sessions, takes their lines, ends them (http-api.md 3.2 to 3.4). */
@Open
@Path("robustirc/v1")
public final class SessionResource {
    private static final String JSON = "application/json";

    private final CreateDoor newcomers;
    private final Doorkeeper door;
    private final SessionCommands commands;
    private final LeaderHint leader;
    private final Answers creating;
    private final Answers posting;
    private final Answers deleting;

    public SessionResource(
            CreateDoor newcomers,
            Doorkeeper door,
            SessionCommands commands,
            LeaderHint leader,
            Answers answers) {
        this.newcomers = newcomers;
        this.door = door;
        this.commands = commands;
        this.leader = leader;
        this.creating = answers.of("create");
        this.posting = answers.of("post");
        this.deleting = answers.of("delete");
    }

    /** Answers on the headers alone: a client's body may never end (rule 7). */
    @POST
    @Path("session")
    public void create(@Context ClientRequest request, @Suspended AsyncResponse answer) {
        long wait = newcomers.waitSeconds(request);
        if (wait > 0) {
            answer.resume(unread(request, Refusal.CREATES_TOO_FAST.toResponse(wait)));
            return;
        }
        String token = commands.newToken();
        creating.send(answer, commands.create(token), session -> created(request, session, token));
    }

    private Response created(ClientRequest request, SessionId session, String token) {
        return unread(request, ok(request).entity(createdJson(session, token)).type(JSON).build());
    }

    /** The connection cannot be used again with a body on it that nobody reads. */
    private static Response unread(ClientRequest request, Response response) {
        return request.hasBody()
                ? Response.fromResponse(response).header("Connection", "close").build()
                : response;
    }

    private String createdJson(SessionId session, String token) {
        return new JsonText()
                .with("Sessionid", session.toString())
                .with("Sessionauth", token)
                .with("Prefix", commands.networkName())
                .end();
    }

    /** Takes one line. */
    @POST
    @Path("{session}/message")
    public void post(@Context ClientRequest request, @Suspended AsyncResponse answer) {
        byte[] body = request.body(RequestBody.LIMIT);
        Claim claim = door.claim(request);
        Optional<SessionView> known = door.atOnce(claim);
        PostedLine line = PostedLine.parse(body);
        posting.send(
                answer,
                session(claim, known)
                        .thenCompose(session -> commands.post(session.id(), line, request)),
                done -> ok(request).build());
    }

    /** Ends the session. */
    @DELETE
    @Path("{session}")
    public void delete(@Context ClientRequest request, @Suspended AsyncResponse answer) {
        String quitText = QuitBody.quitText(request.body(RequestBody.LIMIT));
        Claim claim = door.claim(request);
        Optional<SessionView> known = door.atOnce(claim);
        deleting.send(
                answer,
                session(claim, known)
                        .thenCompose(session -> commands.delete(session.id(), quitText)),
                done -> ok(request).build());
    }

    /** The body has been read by now: waiting may end on threads that must not wait for one. */
    private CompletionStage<SessionView> session(Claim claim, Optional<SessionView> known) {
        return known.isPresent()
                ? CompletableFuture.completedFuture(known.get())
                : door.forWriting(claim);
    }

    /** Exactly 200, whatever the body (rule 1), and who leads where that is another node. */
    private ResponseBuilder ok(ClientRequest request) {
        ResponseBuilder response = Response.ok();
        leader.contentLocation(request.uri())
                .ifPresent(location -> response.header(HttpHeaders.CONTENT_LOCATION, location));
        return response;
    }
}
