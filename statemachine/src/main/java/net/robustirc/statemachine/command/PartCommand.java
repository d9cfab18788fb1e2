package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;

/** PART: leaves channels. RFC 2812 3.2.2. */
final class PartCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("PART", 1);
    }

    @Override
    public void run(Call call) {
        List<String> names = call.targets(0);
        if (names.isEmpty()) {
            call.reply(Numeric.ERR_NEEDMOREPARAMS, call.command());
        }
        names.forEach(typed -> part(call, typed));
    }

    private static void part(Call call, String typed) {
        Optional<Channel> found = call.channel(typed);
        if (found.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, typed);
            return;
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!channel.has(call.sender())) {
            call.reply(Numeric.ERR_NOTONCHANNEL, name);
            return;
        }
        leave(call, channel, call.param(1));
    }

    static void leave(Call call, Channel channel, String reason) {
        String name = channel.name().toString();
        LineBuilder line = call.says("PART");
        call.state().leave(channel, call.session());
        call.announce(channel, reason.isEmpty() ? line.last(name) : line.word(name).text(reason));
    }
}
