package net.robustirc.statemachine.command;

import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Mask;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/**
 * What a WHO asks for: {@code WHO mask [flags][%fields[,token]]}. RFC 2812 3.6.1; fields as ircu
 * has them (WHOX).
 *
 * @param typed the mask as it was typed, {@code *} if there was none
 * @param mask the same folded, {@code *} for {@code 0} (RFC 2812)
 * @param parts those of {@link #PARTS} that the flags name; none means all
 * @param operators whether IRC operators alone are asked for
 * @param fields those known of the letters behind the percent sign, in the order of {@link
 *     #FIELDS}; empty for an ordinary answer
 * @param token up to three digits that the answer repeats
 */
record WhoQuery(
        String typed, String mask, String parts, boolean operators, String fields, String token) {
    /** Fields of a WHOX answer, in their order on the wire. */
    static final String FIELDS = "tcuihsnfdlaor";

    /** Flags that say which parts of a user the mask is compared with. */
    private static final String PARTS = "nuhsr";

    private static final int MAX_TOKEN = 3;

    static WhoQuery of(Call call) {
        String typed = call.param(0).isEmpty() ? "*" : call.param(0);
        String mask = typed.equals("0") ? "*" : CaseFolding.fold(typed);
        String options = call.param(1);
        int percent = options.indexOf('%');
        String flags = percent < 0 ? options : options.substring(0, percent);
        String wanted = percent < 0 ? "" : options.substring(percent + 1);
        int comma = wanted.indexOf(',');
        String letters = comma < 0 ? wanted : wanted.substring(0, comma);
        String token = comma < 0 ? "" : wanted.substring(comma + 1);
        boolean valid = token.length() <= MAX_TOKEN && Words.number(token) >= 0;
        return new WhoQuery(
                typed,
                mask,
                known(PARTS, flags),
                flags.indexOf('o') >= 0,
                known(FIELDS, letters),
                valid ? token : "0");
    }

    private static String known(String all, String letters) {
        StringBuilder known = new StringBuilder();
        for (int i = 0; i < all.length(); i++) {
            if (letters.indexOf(all.charAt(i)) >= 0) {
                known.append(all.charAt(i));
            }
        }
        return known.toString();
    }

    /** Whether all users are looked at, and not one by its nick. */
    boolean searches() {
        return Mask.isPattern(mask) || !parts.isEmpty();
    }

    /** Whether the flags leave the user in. */
    boolean admits(Session user) {
        return !operators || user.profile().has(UserMode.OPERATOR);
    }

    /** Whether the mask fits one of the parts that the flags name, of all if they name none. */
    boolean fits(Session user, String server) {
        return fits('n', user.nick().toString())
                || fits('u', user.profile().username())
                || fits('h', user.host())
                || fits('s', server)
                || fits('r', user.profile().realName());
    }

    private boolean fits(char part, String text) {
        return (parts.isEmpty() || parts.indexOf(part) >= 0)
                && Mask.matches(mask, CaseFolding.fold(text));
    }
}
