package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.statemachine.entry.Credential;

/**
 * What PASS said, kept until it is used: irc-commands.md 3.1.
 *
 * @param nickserv password for services, which passes through; empty if there was none
 * @param captcha token of a solved captcha; empty if there was none
 * @param checked what the web application found of the other secrets
 */
public record Pass(String nickserv, String captcha, List<Credential> checked) {
    public static final Pass NONE = new Pass("", "", List.of());

    public Pass {
        checked = List.copyOf(checked);
    }

    /** With what another PASS said: it replaces what it names, and leaves the rest. */
    public Pass and(Pass later) {
        List<Credential> both = new ArrayList<>(later.checked);
        for (Credential credential : checked) {
            if (later.find(credential.kind()).isEmpty()) {
                both.add(credential);
            }
        }
        return new Pass(
                later.nickserv.isEmpty() ? nickserv : later.nickserv,
                later.captcha.isEmpty() ? captcha : later.captcha,
                both);
    }

    /** What was found of a secret of that kind. */
    public Optional<Credential> find(Credential.Kind kind) {
        return checked.stream().filter(credential -> credential.kind() == kind).findFirst();
    }
}
