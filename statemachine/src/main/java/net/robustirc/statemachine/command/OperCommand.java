package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.UserMode;

/**
 * OPER: a user becomes an IRC operator. The web application has compared the password, which is not
 * in the line any more (design D14). RFC 2812 3.1.4, Modern IRC.
 */
final class OperCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.registered("OPER", 2);
    }

    @Override
    public void run(Call call) {
        Optional<Credential> found =
                call.credentials().stream()
                        .filter(credential -> credential.kind() == Credential.Kind.OPER)
                        .findFirst();
        if (call.config().irc().operators().isEmpty()) {
            call.reply(Numeric.ERR_NOOPERHOST);
        } else if (found.isEmpty()) {
            call.reply(Numeric.ERR_PASSWDMISMATCH);
        } else {
            rise(call, found.get());
        }
    }

    /** Makes the sender an operator if the password was right, and is that of today. */
    static void rise(Call call, Credential credential) {
        boolean current = credential.revision() == call.state().config().revision();
        if (!credential.accepted() || !current) {
            call.reply(Numeric.ERR_PASSWDMISMATCH);
            return;
        }
        Profile before = call.session().profile();
        call.update(before.withOperator(credential.account()));
        if (!before.operator().equals(credential.account())) {
            call.audit("OPER " + credential.account());
        }
        call.reply(Numeric.RPL_YOUREOPER);
        if (!before.has(UserMode.OPERATOR)) {
            String nick = before.nick().toString();
            call.send(
                    call.audience().one(call.sender()).services(),
                    LineBuilder.from(call.state().name(), "MODE").word(nick).word("+o"));
        }
    }
}
