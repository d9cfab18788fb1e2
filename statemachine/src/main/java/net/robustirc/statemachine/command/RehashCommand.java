package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.Privilege;

/**
 * REHASH: says which configuration is in force. It is replicated and takes effect at once, so there
 * is nothing to read again. RFC 2812 4.2.
 */
final class RehashCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("REHASH", 0);
    }

    @Override
    public void run(Call call) {
        if (call.lacks(Privilege.REHASH)) {
            return;
        }
        call.audit("REHASH");
        call.replyText(
                Numeric.RPL_REHASHING,
                "Rehashing: it is replicated, and in force since it was posted",
                "revision-" + call.state().config().revision());
    }
}
