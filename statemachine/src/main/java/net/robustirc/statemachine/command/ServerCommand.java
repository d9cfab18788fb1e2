package net.robustirc.statemachine.command;

import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Role;
import net.robustirc.statemachine.state.Session;

/**
 * SERVER makes a session a services link, if the password that PASS gave for it was accepted:
 * irc-commands.md 5.1. {@code SERVER name hops :about}.
 */
final class ServerCommand implements IrcCommand {
    static final String NAME = "SERVER";

    /** RFC 2812 2.3.1: the longest server name. */
    private static final int MAX_NAME = 63;

    @Override
    public CommandSpec spec() {
        return CommandSpec.unregistered(NAME, 2);
    }

    @Override
    public void run(Call call) {
        String name = call.param(0);
        if (!accepted(call)) {
            call.send(LineBuilder.of("ERROR").text("Invalid password"));
        } else if (!valid(call, name)) {
            call.send(LineBuilder.of("ERROR").text("Invalid server name"));
        } else {
            link(call, name);
        }
    }

    /** The verdict counts only with the configuration that it was made with (design D14). */
    private static boolean accepted(Call call) {
        return call.session()
                .profile()
                .pass()
                .find(Credential.Kind.SERVICES)
                .filter(Credential::accepted)
                .filter(found -> found.revision() == call.state().config().revision())
                .isPresent();
    }

    /** Something that stands in a prefix, and neither this server's name nor a user's. */
    private static boolean valid(Call call, String name) {
        return isName(name)
                && !CaseFolding.fold(name).equals(CaseFolding.fold(call.state().name()))
                && call.state().sessions().findNick(name).isEmpty();
    }

    /** Whether a server or a pseudo-client can be called so: lines have room for it. */
    static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == '!' || c == '@' || c == '*' || c == '?' || c == ',' || c == '#') {
                return false;
            }
        }
        return !name.isEmpty() && Utf8.fits(name, MAX_NAME);
    }

    /** An older link of the same name is dead, or services would not come again: it goes first. */
    private static void link(Call call, String name) {
        for (SessionId id : call.state().sessions().links()) {
            Session old = call.state().session(id);
            Role.Link role = (Role.Link) old.role();
            if (CaseFolding.fold(role.server()).equals(CaseFolding.fold(name))) {
                Departure.quit(call.state(), call.out(), old, "Services link again");
            }
        }
        int hops = Math.max(0, Words.number(call.param(1)));
        String about = Utf8.cut(Link.text(call, 2, ""), SetnameCommand.MAX_BYTES);
        call.state().link(call.session(), new Role.Link(name, hops), about);
        Burst.send(call);
    }
}
