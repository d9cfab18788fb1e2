package net.robustirc.statemachine.command;

import java.util.List;
import java.util.Optional;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.state.Hold;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Pass;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** Turns a session into a user once it has said all that is needed, and welcomes it. */
public final class Registration {
    private Registration() {}

    /**
     * After another configuration: registers those who wait for a captcha alone and need none any
     * more, in the order of their ids.
     */
    public static void admit(NetworkDraft state, OutputBuilder out) {
        if (Captcha.atLogin(state.config().config())) {
            return;
        }
        for (SessionId id : List.copyOf(state.sessions().unregistered())) {
            Command.IrcLine nothing = new Command.IrcLine(id, 0, "", "");
            attempt(new Call(state, out, IrcMessage.parse(""), nothing));
        }
    }

    /** Registers the sender if nothing is missing. Modern IRC, "Connection Registration". */
    static void attempt(Call call) {
        Profile profile = call.session().profile();
        if (profile.registered() || profile.negotiating() || !profile.complete()) {
            return;
        }
        Session me = Cloaks.cloaked(call.config(), call.session());
        call.state().replace(me);
        if (Bans.end(call.state(), call.out(), me, me.nick())
                || held(call)
                || !Captcha.mayRegister(call)) {
            return;
        }
        boolean cloaked = Cloaks.on(call.config());
        call.update(profile.withRegistered().with(UserMode.CLOAKED, cloaked));
        welcome(call);
        LusersCommand.answer(call);
        MotdCommand.answer(call);
        if (cloaked) {
            call.send(call.says("MODE").word(call.session().nick().toString()).last("+x"));
        }
        profile.pass().find(Credential.Kind.OPER).ifPresent(found -> OperCommand.rise(call, found));
        call.update(call.session().profile().withPass(Pass.NONE));
    }

    /** Services may have taken the nick back since NICK: then another one is needed. */
    private static boolean held(Call call) {
        Nick nick = call.session().nick();
        Optional<Hold> hold = call.state().hold(nick);
        hold.ifPresent(
                found -> {
                    call.refuse(NickCommand.refusal(found, nick.toString()));
                    call.update(call.session().profile().withNick(Nick.NONE));
                });
        return hold.isPresent();
    }

    private static void welcome(Call call) {
        String server = call.state().name();
        String created = TimeText.utc(call.state().clock().createdNanos());
        call.replyText(
                Numeric.RPL_WELCOME,
                "Welcome to the " + call.networkName() + " Network, " + call.session().prefix());
        call.replyText(
                Numeric.RPL_YOURHOST,
                "Your host is " + server + ", running version " + VersionCommand.VERSION);
        call.replyText(Numeric.RPL_CREATED, "This server was created " + created);
        call.replyWords(
                Numeric.RPL_MYINFO,
                server,
                VersionCommand.VERSION,
                ModeLetters.USER,
                ModeLetters.CHANNEL,
                ModeLetters.CHANNEL_WITH_PARAM);
        Support.answer(call);
        call.sendServices(Introduction.nick(call.state(), call.session()));
        identify(call, call.session().profile().pass().nickserv());
    }

    /** What PASS said for NickServ goes there, and nowhere else. irc-commands.md 3.3, row 7. */
    private static void identify(Call call, String password) {
        if (!password.isEmpty()) {
            ServiceAlias.say(call, "NickServ", "IDENTIFY " + password);
        }
    }
}
