package net.robustirc.statemachine.command;

import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** One line of a WHO answer: 352, or 354 with the fields that were asked for. */
final class WhoLine {
    /** For those who may not see the address. */
    private static final String NO_ADDRESS = "255.255.255.255";

    private final Call call;
    private final WhoQuery query;
    private final Session user;
    private final String channel;
    private final String sign;

    WhoLine(Call call, WhoQuery query, Session user, String channel, String sign) {
        this.call = call;
        this.query = query;
        this.user = user;
        this.channel = channel;
        this.sign = sign;
    }

    void send() {
        if (!query.fields().isEmpty()) {
            call.send(extended());
            return;
        }
        call.replyText(
                Numeric.RPL_WHOREPLY,
                "0 " + user.profile().realName(),
                channel,
                user.profile().username(),
                user.host(),
                call.state().server(user),
                user.nick().toString(),
                flags());
    }

    /** Here or gone, operator of the network, of the channel, bot. */
    private String flags() {
        return (user.profile().away().isEmpty() ? "H" : "G")
                + (user.profile().has(UserMode.OPERATOR) ? "*" : "")
                + sign
                + (user.profile().has(UserMode.BOT) ? UserMode.BOT.letter() : "");
    }

    private LineBuilder extended() {
        LineBuilder line = call.numeric(Numeric.RPL_WHOSPCRPL);
        for (int i = 0; i < query.fields().length(); i++) {
            char field = query.fields().charAt(i);
            if (field == 'r') {
                line.text(user.profile().realName());
            } else {
                line.word(field(field));
            }
        }
        return line;
    }

    private String address() {
        String address = Arrival.word(user.entrance().address());
        boolean shown = !address.isEmpty() && Visibility.seesAddress(call, user);
        return shown ? address : NO_ADDRESS;
    }

    private String field(char letter) {
        return switch (letter) {
            case 't' -> query.token();
            case 'c' -> channel;
            case 'u' -> user.profile().username();
            case 'i' -> address();
            case 'h' -> user.host();
            case 's' -> call.state().server(user);
            case 'n' -> user.nick().toString();
            case 'f' -> flags();
            case 'd' -> "0";
            case 'a' -> user.account().orElse("0");
            case 'l' ->
                    Long.toString(
                            TimeText.seconds(call.timeNanos() - user.activity().spokeNanos()));
            case 'o' -> "n/a";
            default -> throw new IllegalStateException("WHOX has no field " + letter);
        };
    }
}
