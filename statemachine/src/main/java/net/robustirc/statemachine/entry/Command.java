package net.robustirc.statemachine.entry;

import java.util.List;
import net.robustirc.statemachine.config.NetworkConfig;

/** What a node asks the network to do. Every check made at the door is made again when applied. */
public sealed interface Command {
    /**
     * Calls the method of the visitor that fits: a new kind of command fails to compile, not to
     * run.
     */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of command. */
    interface Visitor<R> {
        R createSession(CreateSession command);

        R deleteSession(DeleteSession command);

        R ircLine(IrcLine command);

        R configChange(ConfigChange command);

        R tick(Tick command);

        R announceMember(AnnounceMember command);

        R addressSeen(AddressSeen command);
    }

    /** Creates a session; keyed by the token's hash, so that a retry creates no second one. */
    record CreateSession(TokenHash token) implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createSession(this);
        }
    }

    /**
     * Ends a session.
     *
     * @param quitText may be empty
     * @param byServer whether a node ends it; else its client does, and it counts as its QUIT
     */
    record DeleteSession(SessionId session, String quitText, boolean byServer) implements Command {
        /** As its client asks for it. */
        public DeleteSession(SessionId session, String quitText) {
            this(session, quitText, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deleteSession(this);
        }
    }

    /**
     * A line that a client posted.
     *
     * @param clientMessageId unsigned, 0 where the client gave none
     * @param line as posted, its secrets masked; {@code apply} cuts it at the first CR or LF and
     *     drops NUL
     * @param remoteAddress the client's address without port, empty where unknown
     * @param credentials what was found of the secrets that the line held
     */
    record IrcLine(
            SessionId session,
            long clientMessageId,
            String line,
            String remoteAddress,
            List<Credential> credentials)
            implements Command {
        public IrcLine {
            credentials = List.copyOf(credentials);
        }

        /** A line that held no secrets. */
        public IrcLine(SessionId session, long clientMessageId, String line, String remoteAddress) {
            this(session, clientMessageId, line, remoteAddress, List.of());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ircLine(this);
        }
    }

    /**
     * Replaces the network configuration if its revision is the expected one. The new configuration
     * has revision {@code expectedRevision + 1}.
     *
     * @param text the TOML as posted, shown again by {@code GET /config}
     */
    record ConfigChange(long expectedRevision, NetworkConfig config, String text)
            implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.configChange(this);
        }
    }

    /** Proposed by the leader from time to time; applying it expires idle sessions. */
    record Tick() implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tick(this);
        }
    }

    /**
     * A stream shows where its session is now, so that bans hold (ours.md section 4). No post, so
     * it neither counts as activity nor as one that a client may repeat.
     *
     * @param remoteAddress the client's address without port, empty where unknown
     */
    record AddressSeen(SessionId session, String remoteAddress) implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addressSeen(this);
        }
    }

    /** A node tells the others where clients reach it and what it runs (design D7, D2). */
    record AnnounceMember(Member member) implements Command {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.announceMember(this);
        }
    }
}
