package net.robustirc.statemachine.command;

import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;

/** PING: answered with PONG. RFC 2812 3.7.2. */
final class PingCommand implements IrcCommand {
    /**
     * The token of the bridge: its answer must have no server name in front (ours.md section 2).
     */
    private static final String KEEP_ALIVE = "keepalive";

    @Override
    public CommandSpec spec() {
        return CommandSpec.always("PING", 0);
    }

    @Override
    public void run(Call call) {
        answer(call);
    }

    static void answer(Call call) {
        String token = call.param(0);
        String server = call.state().name();
        if (token.isEmpty()) {
            call.reply(Numeric.ERR_NOORIGIN);
        } else if (token.equals(KEEP_ALIVE)) {
            call.send(LineBuilder.from(server, "PONG").last(token));
        } else {
            call.send(LineBuilder.from(server, "PONG").word(server).last(token));
        }
    }
}
