package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.SubmissionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.statemachine.output.MemberSet;
import org.pcollections.PSortedMap;

/**
 * The state while one entry is applied: changes step by step and becomes the next root, or is
 * dropped as a whole (design D12). Not thread-safe.
 */
public final class NetworkDraft {
    private final NetworkState base;
    private final List<SessionId> ended = new ArrayList<>(0);
    private ConfigState config;
    private PSortedMap<String, Member> members;
    private Sessions sessions;
    private Channels channels;
    private Submissions submissions;
    private History history;
    private PSortedMap<Nick, Hold> holds;
    private Monitors monitors;
    private NetworkBans bans;
    private final List<Presence> presences = new ArrayList<>(0);
    private Ledger ledger;

    /** The session that was looked at or changed last: most commands ask for it again and again. */
    private Session recent;

    /** Begins with a state that has already advanced to the entry. */
    public NetworkDraft(NetworkState base) {
        this.base = base;
        this.config = base.config();
        this.members = base.members();
        this.sessions = base.sessions();
        this.channels = base.channels();
        this.submissions = base.submissions();
        this.history = base.history();
        this.holds = base.holds();
        this.monitors = base.monitors();
        this.bans = base.bans();
        this.ledger = base.ledger();
    }

    public NetworkState freeze() {
        return new NetworkState(
                base.name(),
                base.level(),
                base.lastId(),
                base.clock(),
                config,
                members,
                sessions,
                channels,
                submissions,
                history,
                monitors,
                bans,
                ledger,
                holds);
    }

    public String name() {
        return base.name();
    }

    /** Message id of the entry. */
    public long id() {
        return base.lastId();
    }

    public Clock clock() {
        return base.clock();
    }

    public ConfigState config() {
        return config;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Channels channels() {
        return channels;
    }

    public History history() {
        return history;
    }

    public Monitors monitors() {
        return monitors;
    }

    public void monitor(Monitors next) {
        monitors = next;
    }

    public NetworkBans bans() {
        return bans;
    }

    public void ban(NetworkBans next) {
        bans = next;
    }

    /** Watched nicks that this entry has given to somebody or freed, in that order. */
    public List<Presence> presences() {
        return presences;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Counts a command that exists. */
    public void count(String command) {
        ledger = ledger.with(ledger.use().counted(command));
    }

    /** Keeps what an IRC operator does. */
    public void audit(Session operator, String text) {
        ledger =
                ledger.plus(
                        new Ledger.Action(
                                clock().timeNanos(),
                                operator.profile().operator(),
                                operator.nick().toString(),
                                text));
    }

    /** Sessions that this entry has ended. */
    public List<SessionId> ended() {
        return ended;
    }

    public void configure(ConfigState next) {
        config = next;
        bans = bans.withConfigured(next.config().banned());
    }

    /** A node that has the address of another has taken its place: the other goes. */
    public void announce(Member member) {
        for (Member other : members.values()) {
            if (other.publicAddress().equals(member.publicAddress())) {
                members = members.minus(other.peerId());
            }
        }
        members = members.plus(member.peerId(), member);
    }

    /** Message id of an earlier copy of that command, if it was applied not long before. */
    public Optional<Long> applied(SubmissionId submission) {
        return submissions.find(submission, clock().timeNanos());
    }

    /** Keeps the key of a command that is no post. */
    public void remember(SubmissionId submission) {
        submissions =
                submissions.with(id(), new Submissions.Applied(submission, clock().timeNanos()));
    }

    /** Creates a session with the id of this entry. */
    public void createSession(TokenHash token) {
        sessions = sessions.plus(Session.created(new SessionId(id()), token, clock()));
    }

    /**
     * Puts a session in another state; nick, registration and user modes have their own methods.
     */
    public Session replace(Session next) {
        sessions = sessions.replace(next);
        recent = next;
        return next;
    }

    /** Gives a session another profile: nick, registration and user modes may differ. */
    public Session update(Session session, Profile profile) {
        return change(session, session.with(profile));
    }

    /** Makes a session a services link: it has no nick any more. */
    public Session link(Session session, Role.Link link, String about) {
        return change(session, session.with(Profile.NEW.withUser("", about)).with(link));
    }

    /** Gives a session another role: what services keep with it. */
    public Session assign(Session session, Role role) {
        return change(session, session.with(role));
    }

    /** Introduces a pseudo-client of that link, with an id made from that of this entry. */
    public Session introduce(Session link, Profile profile) {
        SessionId id = SessionId.pseudoClient(id());
        Session client = Session.pseudoClient(id, link.id(), profile, clock());
        sessions = sessions.plus(client);
        come(client);
        return client;
    }

    private Session change(Session session, Session next) {
        if (!next.nick().equals(session.nick())) {
            keepNick(session);
        }
        present(session, next);
        sessions = sessions.update(session, next);
        recent = next;
        return next;
    }

    /** The newest state of a session that exists. */
    public Session session(SessionId id) {
        if (recent == null || !recent.id().equals(id)) {
            recent = sessions.byId().get(id);
        }
        return recent;
    }

    /** Name of the server on which a user or a pseudo-client is. */
    public String server(Session user) {
        return session(user.stream()).role() instanceof Role.Link link ? link.server() : name();
    }

    public Optional<Session> holder(Nick nick) {
        return sessions.find(nick);
    }

    /** Looks at a session again when it expires by its newest post. */
    public void refile(Session session) {
        sessions = sessions.refile(session);
        recent = null;
    }

    /** Creates a channel without members. */
    public Channel createChannel(ChannelName name) {
        channels = channels.withNextSerial();
        return new Channel(
                name,
                clock().timeNanos(),
                Topic.NONE,
                ChannelModes.NEW,
                MaskLists.NONE,
                MemberSet.empty(channels.lastSerial()));
    }

    public void replace(Channel next) {
        channels = channels.plus(next);
    }

    /** Takes a session onto a channel; its invitation is used up. */
    public Channel join(Channel channel, Session session, MemberStatus status) {
        Channel next = channel.with(session.id(), status);
        channels = channels.plus(next);
        replace(
                session.with(session.channels().plus(channel.name()))
                        .with(session.invitations().without(channel.serial()))
                        .with(session.entrance().joined(channel.serial())));
        return next;
    }

    /** Lets a session onto a channel past +i, for a while. */
    public void invite(Session guest, Channel channel, SessionId inviter) {
        long now = clock().timeNanos();
        Invitations.Invitation next = new Invitations.Invitation(channel.serial(), inviter, now);
        replace(guest.with(guest.invitations().with(next)));
    }

    /** Takes a session off a channel; an empty channel ends. */
    public void leave(Channel channel, Session session) {
        drop(channel, session.id());
        replace(session.with(session.channels().minus(channel.name())));
    }

    /** Whether services hold that nick, and why; a hold that is over goes. */
    public Optional<Hold> hold(Nick nick) {
        Optional<Hold> hold = Optional.ofNullable(holds.get(nick));
        if (hold.filter(found -> found.over(clock().timeNanos())).isPresent()) {
            release(nick);
            return Optional.empty();
        }
        return hold;
    }

    /** Holds a nick, unless too many are held; if there are many, those that are over go. */
    public boolean hold(Hold hold) {
        if (holds.size() >= Hold.MAX) {
            for (Hold old : holds.values()) {
                if (old.over(clock().timeNanos())) {
                    release(old.nick());
                }
            }
        }
        boolean room = holds.size() < Hold.MAX || holds.containsKey(hold.nick());
        if (room) {
            holds = holds.plus(hold.nick(), hold);
        }
        return room;
    }

    public void release(Nick nick) {
        holds = holds.minus(nick);
    }

    /** Ends a session and takes it off its channels: as long as it has channels. */
    public void end(Session session) {
        for (ChannelName name : session.channels()) {
            channels.find(name).ifPresent(channel -> drop(channel, session.id()));
        }
        keepNick(session);
        gone(session);
        monitors = monitors.minus(session.id());
        sessions = sessions.minus(session);
        recent = null;
        if (!session.isPseudoClient()) {
            ended.add(session.id());
        }
    }

    private void present(Session before, Session after) {
        if (before.registered() == after.registered() && before.nick().equals(after.nick())) {
            return;
        }
        gone(before);
        come(after);
    }

    private void come(Session user) {
        if (user.registered() && monitors.watchers().containsKey(user.nick())) {
            presences.add(new Presence(user.nick(), true, user.prefix().toString()));
        }
    }

    private void gone(Session user) {
        if (user.registered() && monitors.watchers().containsKey(user.nick())) {
            presences.add(new Presence(user.nick(), false, user.nick().toString()));
        }
    }

    /** WHOWAS tells who had a nick; those who never registered were nobody. */
    private void keepNick(Session session) {
        if (session.registered()) {
            Profile profile = session.profile();
            history =
                    history.plus(
                            new History.Former(
                                    profile.nick(),
                                    profile.username(),
                                    session.host(),
                                    profile.realName(),
                                    clock().timeNanos(),
                                    session.id()));
        }
    }

    private void drop(Channel channel, SessionId session) {
        Channel next = channel.with(channel.members().without(session));
        channels = next.members().size() == 0 ? channels.minus(next) : channels.plus(next);
    }
}
