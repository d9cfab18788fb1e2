package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Session;

/** PRIVMSG and NOTICE from services: no mode of a channel or a user keeps them out. */
final class LinkText implements LinkCommand {
    private final String name;

    LinkText(String name) {
        this.name = name;
    }

    @Override
    public LinkSpec spec() {
        return LinkSpec.of(name, 0);
    }

    /** Unlike a user's NOTICE, that of services is answered when it fails. */
    @Override
    public void run(Call call) {
        String typed = call.param(0);
        Target target = Target.parse(typed);
        String text = Link.text(call, 1, "");
        if (typed.isEmpty()) {
            call.replyText(Numeric.ERR_NORECIPIENT, "No recipient given (" + name + ")");
        } else if (text.isEmpty()) {
            call.reply(Numeric.ERR_NOTEXTTOSEND);
        } else if (target.isChannel()) {
            toChannel(call, target, text);
        } else {
            toUser(call, typed, text);
        }
    }

    private void toChannel(Call call, Target target, String text) {
        Optional<Channel> channel = call.channel(target.name());
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, target.name());
            return;
        }
        LineBuilder line = line(call, target.sign() + channel.get().name(), text);
        if (target.everybody()) {
            call.sendAll(channel.get(), line);
        } else {
            call.sendSome(channel.get(), target::includes, line);
        }
    }

    private void toUser(Call call, String typed, String text) {
        Optional<Session> user =
                call.state().sessions().findNick(typed).filter(Session::registered);
        if (user.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, typed);
        } else {
            call.send(user.get().id(), line(call, user.get().nick().toString(), text));
        }
    }

    private LineBuilder line(Call call, String target, String text) {
        return call.says(name).word(target).text(text);
    }
}
