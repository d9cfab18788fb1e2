package net.robustirc.bridge.irc;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/** Writes lines to a client, from any thread, each as one buffer. */
final class Lines {
    private Lines() {}

    /**
     * Sends one line with CR LF. A line end inside, which no server should send, would be a way to
     * slip in lines: it becomes a blank.
     */
    static ChannelFuture send(Channel channel, String line) {
        String single = isSingle(line) ? line : line.replace('\r', ' ').replace('\n', ' ');
        ByteBuf bytes = channel.alloc().buffer(ByteBufUtil.utf8MaxBytes(single) + 2);
        ByteBufUtil.writeUtf8(bytes, single);
        bytes.writeByte('\r').writeByte('\n');
        return channel.writeAndFlush(bytes);
    }

    private static boolean isSingle(String line) {
        return line.indexOf('\r') < 0 && line.indexOf('\n') < 0;
    }
}
