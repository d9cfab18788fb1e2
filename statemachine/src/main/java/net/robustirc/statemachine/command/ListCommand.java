package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Channels;

/** LIST: the channels, with their size and topic. RFC 2812 3.2.6. */
final class ListCommand implements IrcCommand {
    /** Channels shown; more are cut off with 416. */
    private static final int MAX_SHOWN = 1_000;

    /** Channels looked at; then 416 as well. */
    private static final int MAX_VISITED = 10_000;

    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("LIST", 0);
    }

    /** {@code LIST [channels and conditions [conditions or server]]}. */
    @Override
    public void run(Call call) {
        boolean filtered = ListFilter.isCondition(call.param(1));
        if (!filtered && !Here.asked(call, 1)) {
            return;
        }
        List<String> items = new ArrayList<>(call.targets(0));
        if (filtered) {
            items.addAll(call.targets(1));
        }
        call.replyText(Numeric.RPL_LISTSTART, Numeric.RPL_LISTSTART.text(), "Channel");
        if (ListFilter.isNames(items)) {
            items.forEach(typed -> call.channel(typed).ifPresent(channel -> line(call, channel)));
        } else {
            search(call, new ListFilter(items, call.timeNanos()));
        }
        call.reply(Numeric.RPL_LISTEND);
    }

    private static void search(Call call, ListFilter filter) {
        Channels channels = call.state().channels();
        List<Channel> found =
                channels.all()
                        .limit(MAX_VISITED)
                        .filter(channel -> filter.shows(channel) && Visibility.sees(call, channel))
                        .limit(MAX_SHOWN + 1)
                        .toList();
        found.stream().limit(MAX_SHOWN).forEach(channel -> line(call, channel));
        if (found.size() <= MAX_SHOWN) {
            call.looked(Math.min(channels.size(), MAX_VISITED));
        }
        if (found.size() > MAX_SHOWN || channels.size() > MAX_VISITED) {
            call.reply(Numeric.ERR_TOOMANYMATCHES, "LIST");
        }
    }

    private static void line(Call call, Channel channel) {
        if (Visibility.sees(call, channel)) {
            call.replyText(
                    Numeric.RPL_LIST,
                    channel.topic().text(),
                    channel.name().toString(),
                    Integer.toString(channel.members().size()));
        }
    }
}
