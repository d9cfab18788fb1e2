package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** MODE from services: changes a channel's modes, or those of a pseudo-client of the link. */
final class LinkMode implements LinkCommand {
    @Override
    public LinkSpec spec() {
        return LinkSpec.of("MODE", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = call.channel(call.param(0));
        Optional<Session> client = Link.named(call, call.param(0));
        if (channel.isPresent()) {
            new ChannelModeChange(call, channel.get()).run(call.param(1), call.paramsFrom(2));
        } else if (client.isPresent()) {
            call.state().update(client.get(), with(client.get().profile(), call.param(1)));
        } else {
            // ours.md section 2: 403 for channels, 401 for nicks.
            boolean name = ChannelName.looksLikeOne(call.param(0));
            Numeric numeric = name ? Numeric.ERR_NOSUCHCHANNEL : Numeric.ERR_NOSUCHNICK;
            call.reply(numeric, call.param(0));
        }
    }

    /** With the modes that are known here; nobody is told, for nobody asked. */
    static Profile with(Profile profile, String letters) {
        Profile next = profile;
        boolean adding = true;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            adding = letter == '+' || letter != '-' && adding;
            Optional<UserMode> mode = UserMode.of(letter);
            if (mode.isPresent()) {
                next = next.with(mode.get(), adding);
            }
        }
        return next;
    }
}
