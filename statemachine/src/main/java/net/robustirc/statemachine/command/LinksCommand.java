package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Session;

/** LINKS: the servers of the network: this one, and services. RFC 2812 3.4.5. */
final class LinksCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("LINKS", 0);
    }

    /** {@code LINKS [[server] mask]}. */
    @Override
    public void run(Call call) {
        boolean toServer = call.paramCount() > 1;
        if (toServer && !Here.asked(call, 0)) {
            return;
        }
        String typed = call.param(toServer ? 1 : 0);
        String mask = typed.isEmpty() ? "*" : typed;
        String server = call.state().name();
        if (Here.matches(call, mask)) {
            call.replyText(Numeric.RPL_LINKS, "0 " + VersionCommand.SERVER_TEXT, mask, server);
        }
        for (SessionId id : call.state().sessions().links()) {
            Session link = call.state().session(id);
            String name = call.state().server(link);
            if (Here.matches(mask, name)) {
                call.replyText(Numeric.RPL_LINKS, "1 " + link.profile().realName(), mask, name);
            }
        }
        call.reply(Numeric.RPL_ENDOFLINKS, mask);
    }
}
