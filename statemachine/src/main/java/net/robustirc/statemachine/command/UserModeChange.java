package net.robustirc.statemachine.command;

import java.util.Optional;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** MODE with a nick: one's own modes. RFC 2812 3.1.5. */
final class UserModeChange {
    private final ModeEcho echo;
    private Profile profile;
    private boolean unknown;
    private boolean cloakless;

    private UserModeChange(Call call) {
        this.echo = new ModeEcho(call.says("MODE").word(call.session().nick().toString()).build());
        this.profile = call.session().profile();
    }

    static void run(Call call) {
        Optional<Session> user = call.state().sessions().findNick(call.param(0));
        if (user.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHNICK, call.param(0));
        } else if (!user.get().id().equals(call.sender())) {
            call.reply(Numeric.ERR_USERSDONTMATCH);
        } else if (call.param(1).isEmpty()) {
            call.replyWords(Numeric.RPL_UMODEIS, letters(user.get().profile()));
        } else {
            new UserModeChange(call).change(call);
        }
    }

    /** {@code +} and the letters of all modes, as 221 shows them. */
    static String letters(Profile profile) {
        StringBuilder letters = new StringBuilder("+");
        for (UserMode mode : UserMode.values()) {
            if (profile.has(mode)) {
                letters.append(mode.letter());
            }
        }
        return letters.toString();
    }

    private void change(Call call) {
        boolean adding = true;
        String letters = call.param(1);
        for (int i = 0; i < letters.length(); i++) {
            switch (letters.charAt(i)) {
                case '+' -> adding = true;
                case '-' -> adding = false;
                default -> letter(call, letters.charAt(i), adding);
            }
        }
        if (unknown) {
            call.reply(Numeric.ERR_UMODEUNKNOWNFLAG);
        }
        if (cloakless) {
            call.notice("Cannot set mode +x, no CloakKey/CloakHosts configured");
        }
        if (!profile.equals(call.session().profile())) {
            boolean operator = call.session().profile().has(UserMode.OPERATOR);
            if (operator && !profile.has(UserMode.OPERATOR)) {
                call.audit("MODE -o");
            }
            if (!update(call)) {
                return;
            }
        }
        for (ModeEcho.Line told : echo.lines()) {
            call.send(
                    call.audience().one(call.sender()).services(),
                    call.says("MODE").word(call.session().nick().toString()).last(told.changes()));
        }
    }

    /**
     * The cloak is made anew only with mode x: a host does not change under a user otherwise.
     *
     * @return whether the user is still there: the cloak may be banned
     */
    private boolean update(Call call) {
        Session before = call.session();
        boolean other = profile.has(UserMode.CLOAKED) != before.profile().has(UserMode.CLOAKED);
        if (other && Cloaks.on(call.config())) {
            call.state().replace(Cloaks.cloaked(call.config(), before));
        }
        Session next = call.update(profile);
        if (other && Bans.end(call.state(), call.out(), next, next.nick())) {
            return false;
        }
        if (!before.host().equals(call.session().host())) {
            call.reply(Numeric.RPL_VISIBLEHOST, call.session().host());
        }
        return true;
    }

    private void letter(Call call, char letter, boolean adding) {
        Optional<UserMode> mode = UserMode.of(letter);
        if (mode.isEmpty()) {
            unknown = true;
        } else if (mode.get() == UserMode.REGISTERED || adding && mode.get() == UserMode.OPERATOR) {
            // RFC 2812 3.1.5: an attempt to become operator this way is ignored; r is services'.
            return;
        } else if (adding && mode.get() == UserMode.CLOAKED && !Cloaks.on(call.config())) {
            cloakless = true;
        } else if (profile.has(mode.get()) != adding) {
            profile =
                    mode.get() == UserMode.OPERATOR
                            ? profile.withOperator("")
                            : profile.with(mode.get(), adding);
            echo.add(adding, letter);
        }
    }
}
