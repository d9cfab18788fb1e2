package net.robustirc.statemachine.state;

import java.util.Optional;
import java.util.stream.Stream;
import net.robustirc.irc.ChannelName;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * All channels.
 *
 * @param byHash for finding one: each line to a channel does. Its order is nobody's business
 * @param names the order in which channels are gone through
 * @param lastSerial serial number of the newest channel ever created
 */
public record Channels(
        WideMap<ChannelName, Channel> byHash, PSortedSet<ChannelName> names, long lastSerial) {
    public static final Channels NONE = none(0);

    /** No channels, in a network that may have had some. */
    public static Channels none(long lastSerial) {
        return new Channels(WideMap.by(ChannelName::hashCode), TreePSet.empty(), lastSerial);
    }

    public Optional<Channel> find(ChannelName name) {
        return Optional.ofNullable(byHash.get(name));
    }

    /** The channel that a client means. */
    public Optional<Channel> find(String typed) {
        return ChannelName.parse(typed).flatMap(this::find);
    }

    /** All of them, in the order of their folded names. */
    public Stream<Channel> all() {
        return names.stream().map(byHash::get);
    }

    public int size() {
        return names.size();
    }

    /** A channel more, or one in another state. */
    public Channels plus(Channel channel) {
        ChannelName name = channel.name();
        WideMap<ChannelName, Channel> next = byHash.plus(name, channel);
        boolean more = next.size() > byHash.size();
        return new Channels(next, more ? names.plus(name) : names, lastSerial);
    }

    Channels minus(Channel channel) {
        ChannelName name = channel.name();
        return new Channels(byHash.minus(name), names.minus(name), lastSerial);
    }

    Channels withNextSerial() {
        return new Channels(byHash, names, lastSerial + 1);
    }
}
