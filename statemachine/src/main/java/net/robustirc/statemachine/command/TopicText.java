package net.robustirc.statemachine.command;

import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Topic;

/**
 * What is kept of a topic: as much as every line can carry that tells it, so that those who come
 * later read what the others were told. LIST alone, which tells the members' number too, may cut a
 * few bytes more.
 */
final class TopicText {
    private static final String LONGEST_NICK = "n".repeat(Nick.MAX_LENGTH);

    private TopicText() {}

    /** A topic with no more text than that; none if it has no text. */
    static Topic fitted(Call call, Channel channel, Topic wanted) {
        String name = channel.name().toString();
        LineBuilder answer =
                LineBuilder.from(call.state().name(), Numeric.RPL_TOPIC.code())
                        .word(LONGEST_NICK)
                        .word(name);
        int room = TopicCommand.MAX_BYTES;
        room = Math.min(room, call.says("TOPIC").word(name).text("").room());
        room = Math.min(room, answer.text("").room());
        room = Math.min(room, services(call.actor(), channel, wanted).text("").room());
        String text = Utf8.cut(wanted.text(), room);
        return text.isEmpty() ? Topic.NONE : new Topic(text, wanted.setter(), wanted.timeNanos());
    }

    /** The line that tells services of it, but for the text: irc-commands.md 4.5. */
    static LineBuilder services(String from, Channel channel, Topic topic) {
        return LineBuilder.from(from, "TOPIC")
                .word(channel.name().toString())
                .word(topic.setter().isEmpty() ? from : topic.setter())
                .word(Long.toString(TimeText.seconds(topic.timeNanos())));
    }
}
