package net.robustirc.statemachine.command;

import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.UserCounts;

/** LUSERS: how many users and channels there are. RFC 2812 3.4.2, Modern IRC. */
final class LusersCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("LUSERS", 0);
    }

    @Override
    public void run(Call call) {
        if (Here.asked(call, 1)) {
            answer(call);
        }
    }

    static void answer(Call call) {
        UserCounts counts = call.state().sessions().counts();
        int users = counts.registered();
        int unknown = call.state().sessions().unregistered().size();
        int links = call.state().sessions().links().size();
        call.replyText(
                Numeric.RPL_LUSERCLIENT,
                "There are "
                        + (users - counts.invisible())
                        + " users and "
                        + counts.invisible()
                        + " invisible on "
                        + (links + 1)
                        + " servers");
        if (counts.operators() > 0) {
            call.reply(Numeric.RPL_LUSEROP, Integer.toString(counts.operators()));
        }
        if (unknown > 0) {
            call.reply(Numeric.RPL_LUSERUNKNOWN, Integer.toString(unknown));
        }
        int channels = call.state().channels().size();
        if (channels > 0) {
            call.reply(Numeric.RPL_LUSERCHANNELS, Integer.toString(channels));
        }
        call.replyText(
                Numeric.RPL_LUSERME, "I have " + users + " clients and " + links + " servers");
        most(call, Numeric.RPL_LOCALUSERS, "local", counts);
        most(call, Numeric.RPL_GLOBALUSERS, "global", counts);
    }

    /** The network is one server, so local and global are the same. */
    private static void most(Call call, Numeric numeric, String which, UserCounts counts) {
        call.replyText(
                numeric,
                "Current " + which + " users " + counts.registered() + ", max " + counts.most(),
                Integer.toString(counts.registered()),
                Integer.toString(counts.most()));
    }
}
