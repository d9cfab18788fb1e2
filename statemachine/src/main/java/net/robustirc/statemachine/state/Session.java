package net.robustirc.statemachine.state;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Prefix;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * One session, immutable.
 *
 * @param birth when it was created
 * @param filedIdle idle clock under which the expiry order knows it, at most its newest post's
 * @param role user, services link or pseudo-client
 */
public record Session(
        SessionId id,
        TokenHash token,
        Birth birth,
        Profile profile,
        PSortedSet<ChannelName> channels,
        Invitations invitations,
        Activity activity,
        long filedIdle,
        SeenPosts posts,
        Entrance entrance,
        Role role) {

    /** What the host of a session begins with; its id follows. */
    public static final String HOST = "robust/";

    /**
     * When a session was created.
     *
     * @param timeNanos entry time, Unix nanoseconds
     * @param idleNanos idle clock
     */
    public record Birth(long timeNanos, long idleNanos) {}

    /** Pseudo-clients have no token, and nobody finds a token with this hash. */
    private static final TokenHash NO_TOKEN = new TokenHash(new byte[TokenHash.BYTES]);

    static Session created(SessionId id, TokenHash token, Clock clock) {
        return new Session(
                id,
                token,
                new Birth(clock.timeNanos(), clock.idleNanos()),
                Profile.NEW,
                TreePSet.empty(),
                Invitations.NONE,
                Activity.at(clock),
                clock.idleNanos(),
                SeenPosts.NONE,
                Entrance.UNKNOWN,
                Role.USER);
    }

    /** A pseudo-client that the link has introduced. */
    static Session pseudoClient(SessionId id, SessionId link, Profile profile, Clock clock) {
        return created(id, NO_TOKEN, clock)
                .with(profile.withRegistered())
                .with(new Role.PseudoClient(link));
    }

    public Nick nick() {
        return profile.nick();
    }

    public boolean registered() {
        return profile.registered();
    }

    /** {@code nick!user@host}: irc-commands.md 1.3. */
    public Prefix prefix() {
        return new Prefix(profile.nick().toString(), profile.username(), host());
    }

    /** The host that is shown: the address itself never is. */
    public String host() {
        boolean cloaked = profile.has(UserMode.CLOAKED) && !entrance.cloak().isEmpty();
        return cloaked ? entrance.cloak() : ownHost();
    }

    /** The host that no other session has. */
    String ownHost() {
        return HOST + stream();
    }

    /** The session whose stream gets what this one is told: itself, or a pseudo-client's link. */
    public SessionId stream() {
        return role instanceof Role.PseudoClient bot ? bot.link() : id;
    }

    public boolean isPseudoClient() {
        return id.isPseudoClient();
    }

    public boolean isLink() {
        return role instanceof Role.Link;
    }

    /** Whether it has yet to register. */
    boolean waiting() {
        return !isLink() && !registered();
    }

    /** What services keep with it (SVSMODE +d); {@code 0} if nothing. */
    public String serviceId() {
        return role instanceof Role.User user ? user.serviceId() : "0";
    }

    /** The account it is logged in to, if what services keep with it names one: no number does. */
    public Optional<String> account() {
        String name = serviceId();
        boolean number = name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9';
        return number || name.equals("*") ? Optional.empty() : Optional.of(name);
    }

    /** Whether that post was applied to this session not long before. */
    public boolean hasSeen(PostKey key, long nowNanos) {
        return posts.contains(key, nowNanos);
    }

    /** The session after a post, whatever the post does. */
    public Session posted(PostKey key, Clock clock) {
        Change change = new Change(this);
        change.activity = activity.posted(clock);
        change.posts = posts.with(key, clock.timeNanos());
        return change.made();
    }

    /** The session once its newest post has turned out to be more than a PING. */
    public Session spoke() {
        return with(activity.spoke());
    }

    public Session with(Profile next) {
        Change change = new Change(this);
        change.profile = next;
        return change.made();
    }

    public Session with(Invitations next) {
        Change change = new Change(this);
        change.invitations = next;
        return change.made();
    }

    public Session with(PSortedSet<ChannelName> next) {
        Change change = new Change(this);
        change.channels = next;
        return change.made();
    }

    public Session with(Activity next) {
        Change change = new Change(this);
        change.activity = next;
        return change.made();
    }

    public Session with(Entrance next) {
        Change change = new Change(this);
        change.entrance = next;
        return change.made();
    }

    Session with(Role next) {
        Change change = new Change(this);
        change.role = next;
        return change.made();
    }

    Session filed() {
        Change change = new Change(this);
        change.filedIdle = activity.postIdle();
        return change.made();
    }

    /** A session on its way to the next one: what nobody sets stays. */
    private static final class Change {
        private final Session from;
        private Profile profile;
        private PSortedSet<ChannelName> channels;
        private Invitations invitations;
        private Activity activity;
        private long filedIdle;
        private SeenPosts posts;
        private Entrance entrance;
        private Role role;

        Change(Session from) {
            this.from = from;
            this.profile = from.profile;
            this.channels = from.channels;
            this.invitations = from.invitations;
            this.activity = from.activity;
            this.filedIdle = from.filedIdle;
            this.posts = from.posts;
            this.entrance = from.entrance;
            this.role = from.role;
        }

        Session made() {
            return new Session(
                    from.id,
                    from.token,
                    from.birth,
                    profile,
                    channels,
                    invitations,
                    activity,
                    filedIdle,
                    posts,
                    entrance,
                    role);
        }
    }
}
