package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.NetworkDraft;

/**
 * Who hears of what happens, services counted in: their links hear what users do, and the link of a
 * pseudo-client gets what that is told. Costs as much as there are links, and pseudo-clients on the
 * channel.
 */
final class Audience {
    private final NetworkDraft state;
    private final List<Recipients> parts = new ArrayList<>(2);
    private final Optional<SessionId> silent;

    /**
     * Nobody yet.
     *
     * @param silent a link that shall hear nothing, for it knows already
     */
    Audience(NetworkDraft state, Optional<SessionId> silent) {
        this.state = state;
        this.silent = silent;
    }

    /** One session, or the link of a pseudo-client. */
    Audience one(SessionId id) {
        if (id.isPseudoClient()) {
            return link(state.session(id).stream());
        }
        parts.add(new Recipients.One(id));
        return this;
    }

    /** A link, once. */
    private Audience link(SessionId id) {
        Recipients.One one = new Recipients.One(id);
        if (silent.filter(id::equals).isEmpty() && !parts.contains(one)) {
            parts.add(one);
        }
        return this;
    }

    /** All members of a channel. */
    Audience members(Channel channel) {
        if (peopled(channel)) {
            parts.add(new Recipients.Members(channel.members()));
        }
        return linksOn(channel, Optional.empty());
    }

    /** All members of a channel but one. */
    Audience membersBut(Channel channel, SessionId except) {
        boolean others = channel.members().size() > 1 || !channel.has(except);
        if (others && peopled(channel)) {
            parts.add(new Recipients.MembersBut(channel.members(), except));
        }
        return linksOn(channel, Optional.of(except));
    }

    /** Whether any member has a stream of its own: pseudo-clients come first among the members. */
    private static boolean peopled(Channel channel) {
        return !served(channel) || !channel.members().members().lastKey().isPseudoClient();
    }

    /** Whether any member is a pseudo-client. */
    private static boolean served(Channel channel) {
        return channel.members().members().firstKey().isPseudoClient();
    }

    private Audience linksOn(Channel channel, Optional<SessionId> except) {
        if (!served(channel)) {
            return this;
        }
        for (SessionId id : channel.members().members().keySet()) {
            if (!id.isPseudoClient()) {
                break;
            }
            if (except.filter(id::equals).isEmpty()) {
                one(id);
            }
        }
        return this;
    }

    /** All services links. */
    Audience services() {
        state.sessions().links().forEach(this::link);
        return this;
    }

    /** They all, if there is anybody. */
    Optional<Recipients> recipients() {
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.get(0));
            default -> Optional.of(new Recipients.Union(parts));
        };
    }
}
