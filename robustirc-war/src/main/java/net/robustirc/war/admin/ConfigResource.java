package net.robustirc.war.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import net.robustirc.consensus.Consensus;
import net.robustirc.statemachine.ServerView;
import net.robustirc.statemachine.entry.Command.ConfigChange;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.war.auth.SessionIds;
import net.robustirc.war.config.ConfigException;
import net.robustirc.war.config.ConfigParser;
import net.robustirc.war.config.ConfigParser.Parsed;
import net.robustirc.war.config.ConfigText;
import net.robustirc.war.failure.Answers;
import net.robustirc.war.failure.Failures;
import net.robustirc.war.failure.Refusal;
import net.robustirc.war.json.RequestBody;
import net.robustirc.war.request.ClientRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /config}: shows and replaces the network configuration (http-api.md 4.2). */
@Path("config")
public final class ConfigResource {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigResource.class);
    private static final String REVISION = "X-RobustIRC-Config-Revision";

    private final Consensus consensus;
    private final Answers answers;

    public ConfigResource(Consensus consensus, Answers answers) {
        this.consensus = consensus;
        this.answers = answers;
    }

    /** The newest configuration there is; this node's own while there is no leader. */
    @GET
    public void get(@Suspended AsyncResponse answer) {
        answers.send(
                answer,
                consensus.current().exceptionally(noLeader -> consensus.view()),
                ConfigResource::shown);
    }

    private static Response shown(ServerView view) {
        String text = view.configRevision() == 0 ? ConfigText.of(view.config()) : view.configText();
        return Response.fromResponse(PlainText.of(text))
                .header(REVISION, view.configRevision())
                .build();
    }

    /** Replaces it, if the revision that was edited is still the newest. */
    @POST
    public void post(@Context ClientRequest request, @Suspended AsyncResponse answer) {
        long revision = revision(request);
        String text =
                new String(
                        request.administratorsBody(RequestBody.CONFIG_LIMIT),
                        StandardCharsets.UTF_8);
        answers.send(
                answer,
                consensus.current().thenCompose(view -> change(view, revision, text)),
                ConfigResource::done);
    }

    private static long revision(ClientRequest request) {
        String header =
                request.header(REVISION)
                        .orElseThrow(
                                () ->
                                        Refusal.badRequest("no " + REVISION + " header set")
                                                .asException());
        return SessionIds.number(header)
                .orElseThrow(() -> Refusal.badRequest("invalid " + REVISION).asException());
    }

    /** Nothing to say, or a warning a line. */
    private static Response done(List<String> warnings) {
        if (warnings.isEmpty()) {
            return Response.ok().build();
        }
        warnings.forEach(warning -> LOG.warn("Network configuration: {}", warning));
        return PlainText.of("Warning: " + String.join("\nWarning: ", warnings) + "\n");
    }

    private CompletionStage<List<String>> change(ServerView view, long revision, String text) {
        if (view.configRevision() != revision) {
            throw mismatch(revision, view.configRevision()).asException();
        }
        Parsed parsed = parse(view, text);
        return consensus
                .submit(new ConfigChange(revision, parsed.config(), parsed.text()))
                .thenApply(ConfigResource::accepted)
                .thenApply(outcome -> parsed.warnings());
    }

    private static Parsed parse(ServerView view, String text) {
        try {
            return new ConfigParser(view.config()).parse(text);
        } catch (ConfigException e) {
            throw Refusal.badRequest(e.getMessage()).asException();
        }
    }

    private static Outcome accepted(Outcome outcome) {
        if (!outcome.accepted()) {
            throw Failures.of(outcome).asException();
        }
        return outcome;
    }

    private static Refusal mismatch(long got, long want) {
        return Refusal.badRequest(
                "Revision mismatch (got %d, want %d). Try again.".formatted(got, want));
    }
}
