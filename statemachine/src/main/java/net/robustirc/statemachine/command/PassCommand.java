package net.robustirc.statemachine.command;

import net.robustirc.irc.PassParts;
import net.robustirc.statemachine.state.Pass;
import net.robustirc.statemachine.state.Profile;

/**
 * PASS: passwords for later, kept until registration. RFC 2812 3.1.1, irc-commands.md 3.1. The web
 * application has taken out and checked those that it knows.
 */
final class PassCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.unregistered("PASS", 1);
    }

    @Override
    public void run(Call call) {
        PassParts parts = PassParts.parse(call.paramsFrom(0));
        Pass pass =
                new Pass(
                        parts.value(PassParts.NICKSERV),
                        parts.value(PassParts.CAPTCHA),
                        call.credentials());
        Profile profile = call.session().profile();
        call.update(profile.withPass(profile.pass().and(pass)));
        Registration.attempt(call);
    }
}
