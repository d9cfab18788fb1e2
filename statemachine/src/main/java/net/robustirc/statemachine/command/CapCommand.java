package net.robustirc.statemachine.command;

import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Session;

/** CAP: negotiates capabilities, of which there are none yet. IRCv3 Capability Negotiation. */
final class CapCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.always("CAP", 1);
    }

    @Override
    public void run(Call call) {
        switch (CaseFolding.upper(call.param(0))) {
            case "LS" -> {
                holdRegistration(call, true);
                call.send(answer(call, "LS").last(""));
            }
            case "LIST" -> call.send(answer(call, "LIST").last(""));
            case "REQ" -> {
                holdRegistration(call, true);
                request(call);
            }
            case "END" -> {
                holdRegistration(call, false);
                Registration.attempt(call);
            }
            default -> call.reply(Numeric.ERR_INVALIDCAPCMD, call.param(0));
        }
    }

    /** Whoever negotiates is not registered before CAP END. */
    private static void holdRegistration(Call call, boolean on) {
        Session me = call.session();
        if (!me.registered()) {
            call.state().replace(me.with(me.profile().withNegotiating(on)));
        }
    }

    /** No capability can be had, so a request for any is refused as a whole. */
    private static void request(Call call) {
        String wanted = call.param(1);
        boolean nothing = Words.split(wanted, ' ').isEmpty();
        call.send(answer(call, nothing ? "ACK" : "NAK").text(nothing ? "" : wanted));
    }

    private static LineBuilder answer(Call call, String subcommand) {
        Session me = call.session();
        return LineBuilder.from(call.state().name(), "CAP")
                .word(me.registered() ? me.nick().toString() : "*")
                .word(subcommand);
    }
}
