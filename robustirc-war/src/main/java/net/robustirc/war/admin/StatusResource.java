package net.robustirc.war.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;
import net.robustirc.consensus.NodeStatus.Role;
import net.robustirc.statemachine.ServerView;
import net.robustirc.war.json.JsonText;
import net.robustirc.war.request.ClientRequest;

/** {@code GET /status}: how this node stands, as JSON for tools (http-api.md 4.1) or as text. */
@Path("status")
public final class StatusResource {
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private final Consensus consensus;
    private final Build build;
    private final Clock clock;

    public StatusResource(Consensus consensus, Build build, Clock clock) {
        this.consensus = consensus;
        this.build = build;
        this.clock = clock;
    }

    @GET
    public Response get(@Context ClientRequest request) {
        NodeStatus status = consensus.status();
        return request.header("Accept").equals(Optional.of("application/json"))
                ? Response.ok(json(status)).header("Content-Type", "application/json").build()
                : PlainText.of(text(status, consensus.view()));
    }

    private String json(NodeStatus status) {
        return new JsonText()
                .with("State", status.role().label())
                .with("Leader", status.leader().orElse(""))
                .with("Peers", status.peers().stream().map(StatusResource::address).toList())
                .with("AppliedIndex", status.appliedIndex())
                .with("CommitIndex", status.commitIndex())
                .with("LastContact", lastContact(status))
                .with("ExecutableHash", build.hash())
                .with("CurrentTime", rfc3339(clock.instant()))
                .end();
    }

    /** Where clients reach it; until it has said so, where its peers do. */
    private static String address(Peer peer) {
        return peer.publicAddress().isEmpty() ? peer.raftAddress() : peer.publicAddress();
    }

    private String lastContact(NodeStatus status) {
        return status.role() == Role.LEADER
                ? NEVER
                : rfc3339(clock.instant().minus(status.lastContact()));
    }

    private static String rfc3339(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }

    private String text(NodeStatus status, ServerView view) {
        StringBuilder text = new StringBuilder();
        line(text, "network", view.networkName());
        line(text, "version", build.version());
        line(text, "peer id", status.peerId());
        line(text, "state", status.role().label());
        line(text, "leader", status.leader().orElse("none known"));
        line(text, "ready", status.notReady().orElse("yes"));
        line(text, "term", status.term());
        line(text, "applied index", status.appliedIndex());
        line(text, "commit index", status.commitIndex());
        line(text, "last contact", status.lastContact().toMillis() + " ms ago");
        line(text, "behaviour level", view.level());
        line(text, "sessions", view.sessionCount());
        line(text, "channels", view.channelCount());
        line(text, "configuration revision", view.configRevision());
        peers(text, status.peers());
        return text.toString();
    }

    private static void peers(StringBuilder text, List<Peer> peers) {
        text.append("\npeers:\n");
        for (Peer peer : peers) {
            text.append(peer.peerId())
                    .append(" raft ")
                    .append(peer.raftAddress())
                    .append(" clients ")
                    .append(peer.publicAddress().isEmpty() ? "unknown" : peer.publicAddress())
                    .append(" version ")
                    .append(peer.version().isEmpty() ? "unknown" : peer.version())
                    .append('\n');
        }
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
