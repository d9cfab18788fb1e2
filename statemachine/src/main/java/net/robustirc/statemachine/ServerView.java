package net.robustirc.statemachine;

import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Member;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;
import net.robustirc.statemachine.snapshot.StateImage;

/**
 * One state, immutable: what readers outside the apply thread may look at, for as long as they
 * like.
 */
public interface ServerView {
    String networkName();

    /** Id of the newest applied command; 2^62 and more, even before the first. */
    long lastId();

    /** Entry time of the newest applied command, Unix nanoseconds; 0 before the first. */
    long timeNanos();

    /**
     * Idle clock of the newest applied command, nanoseconds: counts entry time, but an outage or a
     * clock step as 15 s at most (design D11). Sessions expire by it and output is kept by it.
     */
    long idleNanos();

    /** Behaviour level in force. */
    int level();

    NetworkConfig config();

    /** Revision of the configuration: 0 until the first was posted. */
    long configRevision();

    /** The configuration as it was posted, TOML; empty until the first was posted. */
    String configText();

    /** Nodes as they announced themselves, by peer id. */
    List<Member> members();

    Optional<SessionView> session(SessionId id);

    int sessionCount();

    int channelCount();

    /**
     * Whether sessions are left whose time may be over, as a Tick ends a bounded number of them.
     */
    boolean expiryDue();

    /** The whole state for a snapshot or a digest. */
    StateImage image();

    /**
     * A session as readers see it.
     *
     * @param nick empty before the first NICK
     * @param lastPostNanos entry time of its newest post, Unix nanoseconds
     * @param address its newest known address in one form, empty while it is unknown
     * @param services whether it is a services link, which is never held back
     */
    record SessionView(
            SessionId id,
            TokenHash token,
            String nick,
            long lastPostNanos,
            String address,
            boolean services) {}
}
