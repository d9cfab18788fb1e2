package net.robustirc.statemachine.command;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import net.robustirc.irc.Address;
import net.robustirc.irc.AddressRange;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Mask;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MaskLists;
import net.robustirc.statemachine.state.Session;

/** The list modes b, e and I within one MODE command. */
final class MaskChange {
    /**
     * More than any nick, user and host can have together; a longer mask would not fit its echo.
     */
    private static final int MAX_BYTES = 150;

    /** Before the hexadecimal number of a session in its host. */
    private static final String NUMBERED = Session.HOST + "0x";

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
        String mask = canonical(Mask.completed(typed));
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
        if (adding) {
            echo.add(true, letter, mask);
            return channel.with(lists.plus(kind, entry(kind, mask)));
        }
        echo.add(false, letter, lists.list(kind).get(CaseFolding.fold(mask)).mask());
        return channel.with(lists.minus(kind, mask));
    }

    /** An address or a range is compared in one form, so it is kept in that. */
    private static String canonical(String mask) {
        int at = mask.lastIndexOf('@') + 1;
        String host = mask.substring(at);
        return mask.substring(0, at)
                + AddressRange.parse(host)
                        .map(AddressRange::toString)
                        .or(() -> Address.parse(host).map(Address::toString))
                        .orElse(host);
    }

    private MaskLists.Entry entry(MaskLists.Kind kind, String mask) {
        return new MaskLists.Entry(
                mask,
                call.actor(),
                call.timeNanos(),
                kind == MaskLists.Kind.BAN ? address(mask) : "");
    }

    /**
     * The address of the session that a mask names by its host, so that coming back is no way
     * around a ban (irc-commands.md 4.2); none where that is nobody's in particular.
     */
    private String address(String mask) {
        return session(mask.substring(mask.lastIndexOf('@') + 1))
                .map(session -> session.entrance().address())
                .filter(address -> Address.parse(address).filter(a -> !a.isLoopback()).isPresent())
                .orElse("");
    }

    private Optional<Session> session(String host) {
        String folded = CaseFolding.fold(host);
        if (!folded.startsWith(NUMBERED)) {
            return Optional.empty();
        }
        try {
            long id = HexFormat.fromHexDigitsToLong(folded.substring(NUMBERED.length()));
            return call.state().sessions().find(new SessionId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
