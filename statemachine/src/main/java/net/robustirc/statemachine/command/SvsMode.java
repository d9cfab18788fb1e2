package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Role;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** SVSMODE: {@code +r} and {@code -r}, and {@code +d} with what services keep with a user. */
final class SvsMode implements LinkCommand {
    /** Longer ones would not fit where they are shown. */
    private static final int MAX_ID_BYTES = 64;

    @Override
    public LinkSpec spec() {
        return LinkSpec.anonymous("SVSMODE", 2);
    }

    @Override
    public void run(Call call) {
        String letters = call.param(1);
        Optional<Session> user = Link.user(call, call.param(0));
        if (user.isEmpty()) {
            Link.refuse(call, Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (!letters.startsWith("+") && !letters.startsWith("-")) {
            Link.refuse(call, Numeric.ERR_UMODEUNKNOWNFLAG);
        } else {
            change(call, user.get(), letters);
        }
    }

    private static void change(Call call, Session user, String letters) {
        boolean adding = true;
        boolean unknown = false;
        int next = 2;
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case '+' -> adding = true;
                case '-' -> adding = false;
                case 'r' -> identify(call, user.id(), adding);
                case 'd' -> keep(call, user.id(), call.param(next++));
                default -> unknown = true;
            }
        }
        if (unknown) {
            Link.refuse(call, Numeric.ERR_UMODEUNKNOWNFLAG);
        }
    }

    /** Tells the user what was changed, and nothing else (ours.md section 2). */
    private static void identify(Call call, SessionId id, boolean on) {
        Session user = call.state().session(id);
        if (user.profile().has(UserMode.REGISTERED) != on) {
            call.state().update(user, user.profile().with(UserMode.REGISTERED, on));
            String server = ((Role.Link) call.session().role()).server();
            call.send(
                    id,
                    LineBuilder.from(server, "MODE")
                            .word(user.nick().toString())
                            .last(on ? "+r" : "-r"));
        }
    }

    /** Not told to anybody; without a parameter it is taken back. */
    private static void keep(Call call, SessionId id, String serviceId) {
        String kept = Utf8.cut(serviceId, MAX_ID_BYTES);
        boolean word = !kept.isEmpty() && kept.indexOf(' ') < 0 && kept.charAt(0) != ':';
        Role role = word && !kept.equals("0") ? new Role.User(kept) : Role.USER;
        call.state().assign(call.state().session(id), role);
    }
}
