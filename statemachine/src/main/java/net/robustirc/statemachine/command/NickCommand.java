package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.Hold;
import net.robustirc.statemachine.state.Identity;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** NICK: gives a session its name or changes it. RFC 2812 3.1.2. */
final class NickCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.always("NICK", 0);
    }

    @Override
    public void run(Call call) {
        Optional<Refusal> refusal = refusal(call);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
            return;
        }
        Session me = call.session();
        Nick next = Nick.parse(call.param(0)).orElseThrow();
        if (me.nick().toString().equals(next.toString())) {
            return;
        }
        if (me.registered()) {
            rename(call, next);
        } else {
            call.update(me.profile().withNick(next));
            Registration.attempt(call);
        }
    }

    /** An attempt counts, whatever comes of it: the bans of all channels are looked at for it. */
    private static void rename(Call call, Nick next) {
        Session me = call.session();
        if (isLimited(me)) {
            call.state().replace(me.with(me.activity().renamed(call.timeNanos())));
        }
        Optional<Refusal> refusal = refusalOfChannels(call, next.toString());
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
        } else if (!Bans.end(call.state(), call.out(), call.session(), next)) {
            change(call, next);
        }
    }

    private static Optional<Refusal> refusal(Call call) {
        String typed = call.param(0);
        if (typed.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NONICKNAMEGIVEN));
        }
        Optional<Nick> nick = Nick.parse(typed);
        if (nick.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_ERRONEUSNICKNAME, typed));
        }
        boolean taken =
                call.state()
                        .holder(nick.get())
                        .filter(holder -> !holder.id().equals(call.sender()))
                        .isPresent();
        if (taken || nick.get().reserved()) {
            return Optional.of(Refusal.of(Numeric.ERR_NICKNAMEINUSE, typed));
        }
        Optional<Hold> hold =
                call.session().nick().equals(nick.get())
                        ? Optional.empty()
                        : call.state().hold(nick.get());
        if (hold.isPresent()) {
            return Optional.of(refusal(hold.get(), typed));
        }
        return tooFast(call, typed)
                ? Optional.of(Refusal.of(Numeric.ERR_NICKTOOFAST, typed))
                : Optional.empty();
    }

    /** Each change is told to all who share a channel, and kept for WHOWAS. */
    private static boolean tooFast(Call call, String typed) {
        Session me = call.session();
        return isLimited(me)
                && !me.nick().toString().equals(typed)
                && !me.activity().mayRename(call.timeNanos());
    }

    private static boolean isLimited(Session session) {
        return session.registered() && !session.profile().has(UserMode.OPERATOR);
    }

    /** Services hold it: irc-commands.md 3.2. */
    static Refusal refusal(Hold hold, String nick) {
        String text = "Erroneous Nickname: " + hold.reason();
        return new Refusal(Numeric.ERR_ERRONEUSNICKNAME, List.of(nick), text);
    }

    /** A channel may forbid the change: +N to all members, +b to those whom it silences. */
    private static Optional<Refusal> refusalOfChannels(Call call, String typed) {
        Session me = call.session();
        Identity who = Identity.of(me);
        for (ChannelName name : me.channels()) {
            Channel channel = call.state().channels().find(name).orElseThrow();
            if (channel.has(ChannelFlag.NO_NICK_CHANGE)) {
                String text = "Cannot change nickname while on " + channel.name() + " (+N)";
                return Optional.of(new Refusal(Numeric.ERR_NONICKCHANGE, List.of(), text));
            }
            if (!channel.status(me.id()).orElseThrow().maySpeak() && channel.bans(me, who)) {
                String on = channel.name().toString();
                return Optional.of(Refusal.of(Numeric.ERR_BANNICKCHANGE, typed, on));
            }
        }
        return Optional.empty();
    }

    static void change(Call call, Nick next) {
        LineBuilder line = call.says("NICK").last(next.toString());
        Audience everybody = call.neighbours();
        call.update(call.session().profile().withNick(next));
        call.send(everybody, line);
    }
}
