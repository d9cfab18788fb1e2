package net.robustirc.statemachine;

import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.command.Expiry;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.snapshot.RootImage;
import net.robustirc.statemachine.snapshot.StateImage;
import net.robustirc.statemachine.state.NetworkState;

/** A root as readers see it. */
record RootView(NetworkState root) implements ServerView {
    @Override
    public String networkName() {
        return root.name();
    }

    @Override
    public long lastId() {
        return root.lastId();
    }

    @Override
    public long timeNanos() {
        return root.clock().timeNanos();
    }

    @Override
    public long idleNanos() {
        return root.clock().idleNanos();
    }

    @Override
    public int level() {
        return root.level();
    }

    @Override
    public NetworkConfig config() {
        return root.config().config();
    }

    @Override
    public long configRevision() {
        return root.config().revision();
    }

    @Override
    public String configText() {
        return root.config().text();
    }

    @Override
    public List<Member> members() {
        return List.copyOf(root.members().values());
    }

    @Override
    public Optional<SessionView> session(SessionId id) {
        return root.sessions()
                .find(id)
                .filter(session -> !session.isPseudoClient())
                .map(
                        session ->
                                new SessionView(
                                        id,
                                        session.token(),
                                        session.nick().toString(),
                                        session.activity().postNanos(),
                                        session.entrance().address(),
                                        session.isLink()));
    }

    @Override
    public int sessionCount() {
        return root.sessions().size();
    }

    @Override
    public int channelCount() {
        return root.channels().size();
    }

    @Override
    public boolean expiryDue() {
        return Expiry.due(root);
    }

    @Override
    public StateImage image() {
        return new RootImage(root);
    }
}
