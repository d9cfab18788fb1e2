package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.state.Pass;
import net.robustirc.statemachine.state.Profile;

/** Turns a session into a user once it has said all that is needed, and welcomes it. */
final class Registration {
    private Registration() {}

    /** Registers the sender if nothing is missing. Modern IRC, "Connection Registration". */
    static void attempt(Call call) {
        Profile profile = call.session().profile();
        if (profile.registered() || profile.negotiating() || !profile.complete()) {
            return;
        }
        call.update(profile.withRegistered());
        welcome(call);
        LusersCommand.answer(call);
        MotdCommand.answer(call);
        profile.pass().find(Credential.Kind.OPER).ifPresent(found -> OperCommand.rise(call, found));
        call.update(call.session().profile().withPass(Pass.NONE));
    }

    private static void welcome(Call call) {
        String server = call.state().name();
        String created = TimeText.utc(call.state().clock().createdNanos());
        call.replyText(
                Numeric.RPL_WELCOME,
                "Welcome to the " + server + " Network, " + call.session().prefix());
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
    }
}
