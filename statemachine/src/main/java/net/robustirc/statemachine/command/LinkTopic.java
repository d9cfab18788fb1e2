package net.robustirc.statemachine.command;

import java.math.BigInteger;
import java.util.Optional;
import net.robustirc.irc.Digits;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Topic;

/** TOPIC from services: {@code TOPIC channel setter time :text}. */
final class LinkTopic implements LinkCommand {
    private static final long SECOND = 1_000_000_000L;

    /** The last second that fits into nanoseconds, roughly: times beyond it are kept as this. */
    private static final long MAX_SECONDS = 9_000_000_000L;

    /** Early enough for everybody, and the time since then fits into nanoseconds too. */
    private static final long MIN_SECONDS = -4_000_000_000L;

    /** Announced nowhere; longer ones do not fit 333. */
    private static final int MAX_SETTER_BYTES = 64;

    @Override
    public LinkSpec spec() {
        return LinkSpec.of("TOPIC", 3);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> channel = call.channel(call.param(0));
        String time = call.param(2);
        boolean number = isNumber(time);
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(0));
        } else if (!number || isTooLong(time)) {
            call.send(
                    LineBuilder.from(call.state().name(), Numeric.ERR_NEEDMOREPARAMS.code())
                            .word("*")
                            .word(call.param(0))
                            .text(
                                    "Could not parse timestamp: strconv.ParseInt: parsing \""
                                            + time
                                            + (number
                                                    ? "\": value out of range"
                                                    : "\": invalid syntax")));
        } else {
            long seconds = Math.max(Math.min(Long.parseLong(time), MAX_SECONDS), MIN_SECONDS);
            set(call, channel.get(), seconds * SECOND);
        }
    }

    private static void set(Call call, Channel channel, long timeNanos) {
        String setter = Utf8.cut(call.param(1), MAX_SETTER_BYTES);
        Topic wanted = new Topic(Link.text(call, 3, ""), setter, timeNanos);
        Topic topic = TopicText.fitted(call, channel, wanted);
        String name = channel.name().toString();
        call.state().replace(channel.with(topic));
        call.sendAll(channel, call.says("TOPIC").word(name).text(topic.text()));
    }

    /** Whether it is a decimal number with or without a sign, whatever its size. */
    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.length() > start && Digits.end(text, start) == text.length();
    }

    /** Whether a number has no place in 64 bits. */
    private static boolean isTooLong(String number) {
        return new BigInteger(number).bitLength() >= Long.SIZE;
    }
}
