package net.robustirc.statemachine.command;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/** WHO: who is on a channel, or fits a nick or a mask. RFC 2812 3.6.1. */
final class WhoCommand implements IrcCommand {
    /** Users shown for a mask; more are cut off with 416. */
    private static final int MAX_MATCHES = 500;

    /** Members shown of a channel; more are cut off with 416. */
    private static final int MAX_MEMBERS = 1_000;

    /**
     * Sessions looked at; then 416 as well. All commands wait while one runs, so none may take as
     * long as there are users.
     */
    static final int MAX_VISITED = 10_000;

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("WHO", 0);
    }

    @Override
    public void run(Call call) {
        WhoQuery query = WhoQuery.of(call);
        if (ChannelName.looksLikeOne(query.typed())) {
            call.channel(query.typed())
                    .filter(channel -> Visibility.sees(call, channel))
                    .ifPresent(channel -> members(call, query, channel));
        } else if (query.searches()) {
            matches(call, query);
        } else {
            call.state()
                    .sessions()
                    .findNick(query.typed())
                    .filter(user -> user.registered() && query.admits(user))
                    .ifPresent(user -> user(call, query, user));
        }
        call.reply(Numeric.RPL_ENDOFWHO, query.typed());
    }

    private static void members(Call call, WhoQuery query, Channel channel) {
        boolean inside = Visibility.inside(call, channel);
        SortedMap<String, Session> byNick = new TreeMap<>();
        int visited = 0;
        for (SessionId id : channel.members().members().keySet()) {
            if (visited++ == MAX_VISITED) {
                break;
            }
            Session user = call.state().session(id);
            if ((inside || !user.profile().invisible()) && query.admits(user)) {
                byNick.put(user.nick().toString(), user);
            }
        }
        call.looked(visited);
        byNick.values().stream()
                .limit(MAX_MEMBERS)
                .forEach(user -> line(call, query, user, channel));
        if (visited > MAX_VISITED || byNick.size() > MAX_MEMBERS) {
            call.reply(Numeric.ERR_TOOMANYMATCHES, "WHO", query.typed());
        }
    }

    private static void matches(Call call, WhoQuery query) {
        int shown = 0;
        int visited = 0;
        for (SessionId id : call.state().sessions().byNick().values()) {
            Session user = call.state().session(id);
            boolean shows =
                    user.registered()
                            && query.admits(user)
                            && Visibility.sees(call, user)
                            && query.fits(user, call.state().server(user));
            if (visited++ == MAX_VISITED || shows && shown++ == MAX_MATCHES) {
                call.reply(Numeric.ERR_TOOMANYMATCHES, "WHO", query.typed());
                break;
            }
            if (shows) {
                user(call, query, user);
            }
        }
        call.looked(visited);
    }

    /** One user, with a channel on which the sender may see it, if there is one. */
    private static void user(Call call, WhoQuery query, Session user) {
        for (ChannelName name : user.channels()) {
            Optional<Channel> channel = call.state().channels().find(name);
            if (channel.isPresent() && shows(call, channel.get(), user)) {
                line(call, query, user, channel.get());
                return;
            }
        }
        new WhoLine(call, query, user, "*", "").send();
    }

    private static boolean shows(Call call, Channel channel, Session user) {
        return Visibility.inside(call, channel)
                || channel.visibleTo(call.sender()) && !user.profile().invisible();
    }

    private static void line(Call call, WhoQuery query, Session user, Channel channel) {
        String sign = channel.status(user.id()).map(MemberStatus::sign).orElse("");
        new WhoLine(call, query, user, channel.name().toString(), sign).send();
    }
}
