package net.robustirc.war.password;

import java.util.ArrayList;
import java.util.List;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.PassParts;
import net.robustirc.statemachine.entry.Credential.Kind;

/**
 * A posted line and the secrets that were in it: PASS, OPER and SERVER (ours.md section 4). Other
 * lines are left as they are.
 *
 * @param line fit for the log: {@code *} stands where a secret was
 * @param claims the secrets, to be compared
 */
public record PostedSecrets(String line, List<Claim> claims) {
    private static final String MASK = "*";

    /** Longer than any line may be, so that it is refused as the long one it stands for. */
    private static final String TOO_LONG = " :" + MASK.repeat(600);

    /**
     * Somebody claims to know a secret.
     *
     * @param account of an operator; empty for services
     */
    public record Claim(Kind kind, String account, String secret) {
        @Override
        public String toString() {
            return "Claim[" + kind + " " + account + "]";
        }
    }

    /** Takes the secrets out of a line. */
    public static PostedSecrets of(String posted) {
        String line = InputLine.clean(posted);
        IrcMessage message = IrcMessage.parse(line);
        return switch (message.command()) {
            case "PASS", "OPER", "SERVER" ->
                    InputLine.tooLong(line)
                            ? new PostedSecrets(message.command() + TOO_LONG, List.of())
                            : masked(message);
            default -> new PostedSecrets(posted, List.of());
        };
    }

    private static PostedSecrets masked(IrcMessage message) {
        if (message.params().isEmpty()) {
            return new PostedSecrets(message.command(), List.of());
        }
        return switch (message.command()) {
            case "PASS" -> pass(message);
            case "OPER" -> oper(message.params());
            default -> server(message);
        };
    }

    private static PostedSecrets pass(IrcMessage message) {
        PassParts parts = PassParts.parse(message.params());
        List<Claim> claims = new ArrayList<>();
        String services = parts.value(PassParts.SERVICES);
        if (!services.isEmpty()) {
            claims.add(new Claim(Kind.SERVICES, "", services));
        }
        String oper = parts.value(PassParts.OPER);
        int space = oper.indexOf(' ');
        if (space > 0) {
            claims.add(new Claim(Kind.OPER, oper.substring(0, space), oper.substring(space + 1)));
        }
        for (String name : parts.values().keySet()) {
            boolean passes = name.equals(PassParts.NICKSERV) || name.equals(PassParts.CAPTCHA);
            String account =
                    name.equals(PassParts.OPER) && space > 0 ? oper.substring(0, space) : "";
            if (!passes) {
                parts = parts.with(name, account.isEmpty() ? MASK : account + " " + MASK);
            }
        }
        return new PostedSecrets("PASS :" + parts, claims);
    }

    /** With one parameter only it is a mistake; the parameter may be the password. */
    private static PostedSecrets oper(List<String> params) {
        if (params.size() == 1) {
            return new PostedSecrets("OPER " + MASK, List.of());
        }
        Claim claim = new Claim(Kind.OPER, params.get(0), params.get(1));
        return new PostedSecrets("OPER " + params.get(0) + " " + MASK, List.of(claim));
    }

    /**
     * {@code SERVER name hops :text}; where other protocols have a password, there is no number.
     */
    private static PostedSecrets server(IrcMessage message) {
        List<String> params = new ArrayList<>(message.params());
        for (int i = 1; i < params.size() - 1; i++) {
            if (!params.get(i).matches("[0-9]{1,9}")) {
                params.set(i, MASK);
            }
        }
        if (params.size() == 2 && !params.get(1).matches("[0-9]{1,9}")) {
            params.set(1, MASK);
        }
        return new PostedSecrets(new IrcMessage("", "SERVER", params).toString(), List.of());
    }
}
