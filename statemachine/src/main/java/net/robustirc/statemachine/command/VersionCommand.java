package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;

/** VERSION: what runs here, and all that 005 announces. RFC 2812 3.4.3, Modern IRC. */
final class VersionCommand implements IrcCommand {
    /** The same on all nodes whatever they run, for they are one server. */
    static final String VERSION = "v1";

    /** What the server is, as VERSION, LINKS and WHOIS show it. */
    static final String SERVER_TEXT = "RobustIRC";

    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("VERSION", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 0)) {
            call.replyText(Numeric.RPL_VERSION, SERVER_TEXT, VERSION, call.state().name());
            Support.answer(call);
        }
    }
}
