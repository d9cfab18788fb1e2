package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.state.ChannelModes;
import net.robustirc.statemachine.state.Monitors;

/**
 * What 005 announces: ours.md section 3. Each value is enforced where its constant lives, or comes
 * from the configuration.
 */
final class Support {
    private static final int TOKENS_PER_LINE = 13;

    private Support() {}

    /** Tells all tokens, at most 13 a line. Modern IRC, "RPL_ISUPPORT". */
    static void answer(Call call) {
        List<String> tokens = tokens(call.networkName(), call.config().limits());
        for (int i = 0; i < tokens.size(); i += TOKENS_PER_LINE) {
            LineBuilder line = call.numeric(Numeric.RPL_ISUPPORT);
            tokens.subList(i, Math.min(i + TOKENS_PER_LINE, tokens.size())).forEach(line::word);
            call.send(line.text(Numeric.RPL_ISUPPORT.text()));
        }
    }

    private static List<String> tokens(String network, Limits limits) {
        List<String> tokens = new ArrayList<>();
        tokens.add("AWAYLEN=" + AwayCommand.MAX_BYTES);
        tokens.add("BOT=B");
        tokens.add("CASEMAPPING=rfc1459-strict");
        tokens.add("CHANLIMIT=#:" + limits.maxChannelsPerUser());
        tokens.add("CHANMODES=" + ModeLetters.CHANMODES);
        tokens.add("CHANNELLEN=" + ChannelName.MAX_BYTES);
        tokens.add("CHANTYPES=#");
        tokens.add("ELIST=CMNTU");
        tokens.add("EXCEPTS=e");
        tokens.add("INVEX=I");
        tokens.add("KEYLEN=" + ChannelModes.MAX_KEY_BYTES);
        tokens.add("KICKLEN=" + KickCommand.MAX_BYTES);
        tokens.add("KNOCK");
        tokens.add("MAXLIST=beI:" + limits.maxListEntries());
        tokens.add("MAXTARGETS=" + TextMessage.MAX_TARGETS);
        tokens.add("MODES=" + ChannelModeChange.MAX_WITH_PARAM);
        tokens.add("MONITOR=" + Monitors.MAX);
        tokens.add("NAMELEN=" + SetnameCommand.MAX_BYTES);
        tokens.add("NETWORK=" + network);
        tokens.add("NICKLEN=" + Nick.MAX_LENGTH);
        tokens.add("PREFIX=(ov)@+");
        tokens.add("SAFELIST");
        tokens.add("STATUSMSG=@+");
        tokens.add("TARGMAX=" + targets());
        tokens.add("TOPICLEN=" + TopicCommand.MAX_BYTES);
        tokens.add("USERLEN=" + UserCommand.MAX_BYTES);
        tokens.add("WHOX");
        return tokens;
    }

    /** A command without a number takes as many targets as a line holds. */
    private static String targets() {
        return "INVITE:1,ISON:,JOIN:,KICK:"
                + KickCommand.MAX_TARGETS
                + ",LIST:,MONITOR:,NAMES:,NOTICE:"
                + TextMessage.MAX_TARGETS
                + ",PART:,PRIVMSG:"
                + TextMessage.MAX_TARGETS
                + ",USERHOST:"
                + UserhostCommand.MAX_NICKS
                + ",WHOIS:"
                + WhoisCommand.MAX_NICKS
                + ",WHOWAS:"
                + WhowasCommand.MAX_NICKS;
    }
}
