package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Topic;

/** TOPIC from services: {@code TOPIC channel setter time :text}. */
final class LinkTopic implements LinkCommand {
    private static final long SECOND = 1_000_000_000L;

    /** The last second that fits into nanoseconds, roughly. */
    private static final long MAX_SECONDS = 9_000_000_000L;

    /** Announced nowhere; longer ones do not fit 333. */
    private static final int MAX_SETTER_BYTES = 64;

    @Override
    public LinkSpec spec() {
        return LinkSpec.of("TOPIC", 3);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = call.channel(call.param(0));
        long seconds = seconds(call.param(2));
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(0));
        } else if (seconds < 0) {
            call.send(
                    LineBuilder.from(call.state().name(), Numeric.ERR_NEEDMOREPARAMS.code())
                            .word("*")
                            .word(call.param(0))
                            .text(
                                    "Could not parse timestamp: strconv.ParseInt: parsing \""
                                            + call.param(2)
                                            + "\": invalid syntax"));
        } else {
            set(call, channel.get(), seconds * SECOND);
        }
    }

    private static void set(Call call, Channel channel, long timeNanos) {
        String text = Utf8.cut(Link.text(call, 3, ""), TopicCommand.MAX_BYTES);
        String setter = Utf8.cut(call.param(1), MAX_SETTER_BYTES);
        Topic topic = text.isEmpty() ? Topic.NONE : new Topic(text, setter, timeNanos);
        call.state().replace(channel.with(topic));
        call.sendAll(channel, call.says("TOPIC").word(channel.name().toString()).text(text));
    }

    /** A number of seconds, at most those that fit; -1 if the text is none. */
    private static long seconds(String text) {
        long value = text.isEmpty() ? -1 : 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = Math.min(value * 10 + digit, MAX_SECONDS);
        }
        return value;
    }
}
