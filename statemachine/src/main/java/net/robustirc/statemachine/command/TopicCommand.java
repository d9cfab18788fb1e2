package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.Topic;

/** TOPIC: reads, sets or clears a channel's topic. RFC 2812 3.2.4. */
final class TopicCommand implements IrcCommand {
    /** Announced as TOPICLEN, in bytes; less where the lines that tell it have no such room. */
    static final int MAX_BYTES = 390;

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("TOPIC", 1);
    }

    @Override
    public void run(Call call) {
        Optional<Channel> found = call.channel(call.param(0));
        Optional<Refusal> refusal = refusal(call, found);
        if (refusal.isPresent()) {
            call.refuse(refusal.get());
        } else if (call.paramCount() == 1) {
            answer(call, found.orElseThrow());
        } else {
            set(call, found.orElseThrow());
        }
    }

    private static Optional<Refusal> refusal(Call call, Optional<Channel> found) {
        if (found.isEmpty()) {
            return Optional.of(Refusal.of(Numeric.ERR_NOSUCHCHANNEL, call.param(0)));
        }
        Channel channel = found.get();
        String name = channel.name().toString();
        if (!channel.has(call.sender())) {
            return Optional.of(Refusal.of(Numeric.ERR_NOTONCHANNEL, name));
        }
        boolean changes = call.paramCount() > 1;
        return changes
                        && channel.has(ChannelFlag.TOPIC_LOCKED)
                        && !channel.operatedBy(call.sender())
                ? Optional.of(Refusal.of(Numeric.ERR_CHANOPRIVSNEEDED, name))
                : Optional.empty();
    }

    /** Tells the topic and who set it when, or that there is none. */
    static void answer(Call call, Channel channel) {
        String name = channel.name().toString();
        Topic topic = channel.topic();
        if (!topic.isSet()) {
            call.reply(Numeric.RPL_NOTOPIC, name);
            return;
        }
        call.replyText(Numeric.RPL_TOPIC, topic.text(), name);
        call.replyWords(
                Numeric.RPL_TOPICWHOTIME,
                name,
                topic.setter(),
                Long.toString(TimeText.seconds(topic.timeNanos())));
    }

    private static void set(Call call, Channel channel) {
        Topic wanted = new Topic(call.param(1), call.actor(), call.timeNanos());
        Topic topic = TopicText.fitted(call, channel, wanted);
        call.state().replace(channel.with(topic));
        String name = channel.name().toString();
        call.sendAll(channel, call.says("TOPIC").word(name).text(topic.text()));
        call.sendServices(TopicText.services(call.actor(), channel, topic).text(topic.text()));
    }
}
