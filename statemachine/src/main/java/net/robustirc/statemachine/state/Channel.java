package net.robustirc.statemachine.state;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;

/** One channel, immutable. */
public record Channel(
        ChannelName name,
        long createdNanos,
        Topic topic,
        ChannelModes modes,
        MaskLists lists,
        MemberSet<MemberStatus> members) {

    /** Serial number, never used twice in a network. */
    public long serial() {
        return members.channel();
    }

    public Optional<MemberStatus> status(SessionId session) {
        return Optional.ofNullable(members.members().get(session));
    }

    public boolean has(SessionId session) {
        return members.contains(session);
    }

    public boolean has(ChannelFlag flag) {
        return modes.has(flag);
    }

    public boolean operatedBy(SessionId session) {
        MemberStatus status = members.members().get(session);
        return status != null && status.operator();
    }

    /** Whether the session knows of the channel at all: +s hides it from everybody outside. */
    public boolean visibleTo(SessionId session) {
        return !has(ChannelFlag.SECRET) || has(session);
    }

    public boolean bans(Session session) {
        return lists.ban(session);
    }

    /** The same for who asks many channels. */
    public boolean bans(Session session, Identity who) {
        return lists.ban(session, who);
    }

    /** Whether +i lets the session in. */
    public boolean invites(Session session, long nowNanos) {
        return session.invitations().contains(serial(), nowNanos) || lists.invite(session);
    }

    /** Whether +x lets the session in: it has solved a captcha, or is invited. */
    public boolean admits(Session session, long nowNanos) {
        return session.entrance().admitted() == serial() || invites(session, nowNanos);
    }

    public Channel with(Topic next) {
        return new Channel(name, createdNanos, next, modes, lists, members);
    }

    public Channel with(ChannelModes next) {
        return new Channel(name, createdNanos, topic, next, lists, members);
    }

    public Channel with(MaskLists next) {
        return new Channel(name, createdNanos, topic, modes, next, members);
    }

    Channel with(MemberSet<MemberStatus> next) {
        return new Channel(name, createdNanos, topic, modes, lists, next);
    }

    public Channel with(SessionId member, MemberStatus status) {
        return with(members.with(member, status));
    }
}
