package net.robustirc.statemachine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.robustirc.statemachine.command.Arrival;
import net.robustirc.statemachine.command.Bans;
import net.robustirc.statemachine.command.Cloaks;
import net.robustirc.statemachine.command.Demotion;
import net.robustirc.statemachine.command.Departure;
import net.robustirc.statemachine.command.Expiry;
import net.robustirc.statemachine.command.LineDispatcher;
import net.robustirc.statemachine.command.Registration;
import net.robustirc.statemachine.command.Verdicts;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.ConfigState;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.PostKey;
import net.robustirc.statemachine.state.Session;

/**
 * Applies the command of one entry: first whether it is a second copy, then whether it came too
 * late, then whether the state lets it (design D4).
 */
final class EntryApplier implements Command.Visitor<Outcome> {
    private final NetworkDraft state;
    private final OutputBuilder out;
    private final Entry entry;
    private final LineDispatcher lines;

    EntryApplier(NetworkDraft state, OutputBuilder out, Entry entry, LineDispatcher lines) {
        this.state = state;
        this.out = out;
        this.entry = entry;
        this.lines = lines;
    }

    @Override
    public Outcome createSession(Command.CreateSession command) {
        Optional<Session> existing = state.sessions().find(command.token());
        if (existing.isPresent()) {
            return Outcome.duplicate(existing.get().id().value());
        }
        Optional<Long> earlier = state.applied(entry.submission());
        if (earlier.isPresent()) {
            return Outcome.duplicate(earlier.get());
        }
        if (late()) {
            return expired();
        }
        long limit = state.config().config().limits().maxSessions();
        if (limit > 0 && state.sessions().size() >= limit) {
            return refused(Outcome.Code.TOO_MANY_SESSIONS, "the network has too many sessions");
        }
        state.createSession(command.token());
        return applied();
    }

    @Override
    public Outcome deleteSession(Command.DeleteSession command) {
        return onSession(command.session(), session -> end(session, command));
    }

    private void end(Session session, Command.DeleteSession command) {
        if (command.byServer()) {
            Departure.quit(state, out, session, command.quitText());
        } else {
            Departure.left(state, out, session, command.quitText());
        }
    }

    @Override
    public Outcome ircLine(Command.IrcLine command) {
        Optional<Session> session = poster(command.session());
        if (session.isEmpty()) {
            return noSuchSession();
        }
        PostKey key = PostKey.of(command, entry.submission());
        if (session.get().hasSeen(key, state.clock().timeNanos())) {
            return Outcome.duplicate(state.id());
        }
        if (late()) {
            return expired();
        }
        if (stale(command.credentials())) {
            return refused(
                    Outcome.Code.REVISION_MISMATCH, "the configuration has changed; try again");
        }
        Session posted = session.get().posted(key, state.clock());
        Arrival.of(state, out, posted, command.remoteAddress())
                .ifPresent(sender -> lines.dispatch(state, out, sender, command));
        return Outcome.applied(state.id());
    }

    /** A secret that was compared with another configuration's says nothing (design D14). */
    private boolean stale(List<Credential> credentials) {
        long revision = state.config().revision();
        return credentials.stream().anyMatch(credential -> credential.revision() != revision);
    }

    @Override
    public Outcome configChange(Command.ConfigChange command) {
        Optional<Outcome> early = early();
        if (early.isPresent()) {
            return early.get();
        }
        long revision = state.config().revision();
        if (revision != command.expectedRevision()) {
            return refused(
                    Outcome.Code.REVISION_MISMATCH,
                    "the configuration has revision "
                            + revision
                            + ", not "
                            + command.expectedRevision());
        }
        ConfigState before = state.config();
        state.configure(new ConfigState(revision + 1, command.config(), command.text()));
        Demotion.review(state, out, before.config().irc());
        Verdicts.review(state, before);
        Cloaks.review(state, out, before.config());
        Bans.enforce(state, out);
        Registration.admit(state, out);
        return applied();
    }

    @Override
    public Outcome tick(Command.Tick command) {
        Optional<Outcome> early = early();
        if (early.isPresent()) {
            return early.get();
        }
        Expiry.tick(state, out);
        return applied();
    }

    @Override
    public Outcome announceMember(Command.AnnounceMember command) {
        Optional<Outcome> early = early();
        if (early.isPresent()) {
            return early.get();
        }
        state.announce(command.member());
        return applied();
    }

    @Override
    public Outcome addressSeen(Command.AddressSeen command) {
        return onSession(
                command.session(),
                session -> Arrival.of(state, out, session, command.remoteAddress()));
    }

    /** A session that may post: pseudo-clients may not, for nobody has a token for one. */
    private Optional<Session> poster(SessionId id) {
        return state.sessions().find(id).filter(session -> !session.isPseudoClient());
    }

    /** Applies what is about one session and no post. */
    private Outcome onSession(SessionId id, Consumer<Session> change) {
        Optional<Outcome> early = early();
        if (early.isPresent()) {
            return early.get();
        }
        Optional<Session> session = poster(id);
        if (session.isEmpty()) {
            return noSuchSession();
        }
        change.accept(session.get());
        return applied();
    }

    /** What a command that is no post answers before it is looked at: duplicate or expired. */
    private Optional<Outcome> early() {
        if (state.applied(entry.submission()).isPresent()) {
            return Optional.of(Outcome.duplicate(state.id()));
        }
        return late() ? Optional.of(expired()) : Optional.empty();
    }

    private boolean late() {
        return entry.validUntilNanos() < state.clock().timeNanos();
    }

    private Outcome applied() {
        state.remember(entry.submission());
        return Outcome.applied(state.id());
    }

    private Outcome expired() {
        return refused(Outcome.Code.EXPIRED, "the command came too late to be applied");
    }

    private Outcome noSuchSession() {
        return refused(Outcome.Code.NO_SUCH_SESSION, "no such session");
    }

    private Outcome refused(Outcome.Code code, String text) {
        return Outcome.refused(code, state.id(), text);
    }
}
