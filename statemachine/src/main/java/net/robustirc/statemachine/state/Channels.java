package net.robustirc.statemachine.state;

import java.util.Optional;
import net.robustirc.irc.ChannelName;

/**
 * All channels.
 *
 * @param byName in no order that anybody would look for
 * @param lastSerial serial number of the newest channel ever created
 */
public record Channels(WideMap<ChannelName, Channel> byName, long lastSerial) {
    public static final Channels NONE = none(0);

    /** No channels, in a network that may have had some. */
    public static Channels none(long lastSerial) {
        return new Channels(WideMap.by(ChannelName::hashCode), lastSerial);
    }

    public Optional<Channel> find(ChannelName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The channel that a client means. */
    public Optional<Channel> find(String typed) {
        return ChannelName.parse(typed).flatMap(this::find);
    }

    public int size() {
        return byName.size();
    }

    public Channels plus(Channel channel) {
        return new Channels(byName.plus(channel.name(), channel), lastSerial);
    }

    Channels minus(Channel channel) {
        return new Channels(byName.minus(channel.name()), lastSerial);
    }

    Channels withNextSerial() {
        return new Channels(byName, lastSerial + 1);
    }
}
