package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.state.MaskLists;
import net.robustirc.statemachine.state.Profile;

/** Turns a session into a user once it has said all that is needed, and welcomes it. */
final class Registration {
    private static final String VERSION = "v1";
    private static final int TOKENS_PER_LINE = 13;

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
    }

    private static void welcome(Call call) {
        String server = call.state().name();
        String created = TimeText.utc(call.state().clock().createdNanos());
        call.replyText(
                Numeric.RPL_WELCOME,
                "Welcome to the " + server + " Network, " + call.session().prefix());
        call.replyText(
                Numeric.RPL_YOURHOST, "Your host is " + server + ", running version " + VERSION);
        call.replyText(Numeric.RPL_CREATED, "This server was created " + created);
        call.replyWords(
                Numeric.RPL_MYINFO,
                server,
                VERSION,
                ModeLetters.USER,
                ModeLetters.CHANNEL,
                ModeLetters.CHANNEL_WITH_PARAM);
        support(call);
    }

    private static void support(Call call) {
        List<String> tokens = tokens(call.state().name());
        for (int i = 0; i < tokens.size(); i += TOKENS_PER_LINE) {
            LineBuilder line = call.numeric(Numeric.RPL_ISUPPORT);
            tokens.subList(i, Math.min(i + TOKENS_PER_LINE, tokens.size())).forEach(line::word);
            call.send(line.text(Numeric.RPL_ISUPPORT.text()));
        }
    }

    /** ours.md section 3; each is enforced where its constant lives. */
    private static List<String> tokens(String network) {
        List<String> tokens = new ArrayList<>();
        tokens.add("AWAYLEN=" + AwayCommand.MAX_BYTES);
        tokens.add("CASEMAPPING=rfc1459-strict");
        tokens.add("CHANLIMIT=#:" + JoinCommand.MAX_CHANNELS);
        tokens.add("CHANMODES=" + ModeLetters.CHANMODES);
        tokens.add("CHANNELLEN=" + ChannelName.MAX_BYTES);
        tokens.add("CHANTYPES=#");
        tokens.add("EXCEPTS=e");
        tokens.add("INVEX=I");
        tokens.add("KEYLEN=" + ChannelModeChange.MAX_KEY_BYTES);
        tokens.add("KICKLEN=" + KickCommand.MAX_BYTES);
        tokens.add("MAXLIST=beI:" + MaskLists.MAX);
        tokens.add("MODES=" + ChannelModeChange.MAX_WITH_PARAM);
        tokens.add("NETWORK=" + network);
        tokens.add("NICKLEN=" + Nick.MAX_LENGTH);
        tokens.add("PREFIX=(ov)@+");
        tokens.add(
                "TARGMAX=INVITE:1,JOIN:,KICK:1,LIST:,NAMES:,NOTICE:"
                        + TextMessage.MAX_TARGETS
                        + ",PART:,PRIVMSG:"
                        + TextMessage.MAX_TARGETS
                        + ",WHOIS:1");
        tokens.add("TOPICLEN=" + TopicCommand.MAX_BYTES);
        tokens.add("USERLEN=" + UserCommand.MAX_BYTES);
        return tokens;
    }
}
