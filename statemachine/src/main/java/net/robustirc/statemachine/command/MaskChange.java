package net.robustirc.statemachine.command;

import java.util.EnumSet;
import java.util.Set;
import net.robustirc.irc.Mask;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MaskLists;

/** The list modes b, e and I within one MODE command. */
final class MaskChange {
    /**
     * More than any nick, user and host can have together; a longer mask would not fit its echo.
     */
    private static final int MAX_BYTES = 150;

    private final Call call;
    private final ModeEcho echo;
    private final Set<MaskLists.Kind> listed = EnumSet.noneOf(MaskLists.Kind.class);

    MaskChange(Call call, ModeEcho echo) {
        this.call = call;
        this.echo = echo;
    }

    /** Shows a list, once in a command. */
    void list(Channel channel, char letter) {
        MaskLists.Kind kind = MaskLists.Kind.of(letter);
        if (!listed.add(kind)) {
            return;
        }
        String name = channel.name().toString();
        for (MaskLists.Entry entry : channel.lists().list(kind).values()) {
            call.replyWords(
                    item(kind),
                    name,
                    entry.mask(),
                    entry.setter(),
                    Long.toString(TimeText.seconds(entry.timeNanos())));
        }
        call.reply(end(kind), name);
    }

    /** The channel with a mask more or less; the mask is not empty. */
    Channel change(Channel channel, char letter, boolean adding, String typed) {
        MaskLists.Kind kind = MaskLists.Kind.of(letter);
        MaskLists lists = channel.lists();
        String mask = Mask.completed(typed);
        if (typed.charAt(0) == ':' || typed.indexOf(' ') >= 0 || !Utf8.fits(mask, MAX_BYTES)) {
            call.replyText(
                    Numeric.ERR_INVALIDMODEPARAM,
                    "A mask has no spaces, no leading colon and at most " + MAX_BYTES + " bytes",
                    channel.name().toString(),
                    Character.toString(letter),
                    typed);
            return channel;
        }
        if (lists.contains(kind, mask) == adding) {
            return channel;
        }
        if (adding && lists.size() >= call.config().limits().maxListEntries()) {
            call.reply(
                    Numeric.ERR_BANLISTFULL, channel.name().toString(), Character.toString(letter));
            return channel;
        }
        echo.add(adding, letter, mask);
        return channel.with(adding ? lists.plus(kind, entry(mask)) : lists.minus(kind, mask));
    }

    private MaskLists.Entry entry(String mask) {
        return new MaskLists.Entry(mask, call.actor(), call.timeNanos());
    }

    private static Numeric item(MaskLists.Kind kind) {
        return switch (kind) {
            case BAN -> Numeric.RPL_BANLIST;
            case EXCEPTION -> Numeric.RPL_EXCEPTLIST;
            case INVITATION -> Numeric.RPL_INVEXLIST;
        };
    }

    private static Numeric end(MaskLists.Kind kind) {
        return switch (kind) {
            case BAN -> Numeric.RPL_ENDOFBANLIST;
            case EXCEPTION -> Numeric.RPL_ENDOFEXCEPTLIST;
            case INVITATION -> Numeric.RPL_ENDOFINVEXLIST;
        };
    }
}
