package net.robustirc.tools.load;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from a network's configuration whether it throttles posts. */
final class Cooloff {
    private static final Pattern SETTING =
            Pattern.compile("(?m)^\\s*PostMessageCooloff\\s*=\\s*[\"']?([^\"'#\\s]*)");
    private static final Pattern ZERO = Pattern.compile("[0.]+[a-zµ]*");

    private Cooloff() {}

    /** The time, or "the default"; empty where it is set to zero. */
    static Optional<String> of(String toml) {
        Matcher setting = SETTING.matcher(toml);
        if (!setting.find()) {
            return Optional.of("the default");
        }
        return Optional.of(setting.group(1)).filter(time -> !ZERO.matcher(time).matches());
    }
}
