package net.robustirc.statemachine.command;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import net.robustirc.irc.InputLine;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Nick;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;

/**
 * Captchas before registration and before channels with +x (irc-commands.md 6, ours.md section 4).
 * A challenge names its session and what it is for; the service at CaptchaURL signs its answer with
 * the same secret. An answer counts once, and makes all older challenges of the session void.
 */
final class Captcha {
    private static final String LOGIN = "login";
    private static final String JOIN = "join";

    /** Hex digits of the token's hash in a challenge. */
    private static final int HASH_BYTES = 4;

    /** More than any reply around an address and the names in it. */
    private static final int SENTENCE_BYTES = 60;

    private Captcha() {}

    static boolean configured(NetworkConfig config) {
        return config.captcha().configured() && key(config).isPresent();
    }

    /** Whether registration takes one. */
    static boolean atLogin(NetworkConfig config) {
        return config.captcha().requiredForLogin() && configured(config);
    }

    private static Optional<byte[]> key(NetworkConfig config) {
        String hex = config.captcha().hmacSecret();
        try {
            return hex.isEmpty() ? Optional.empty() : Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the sender may register; if not, it is told where to go. */
    static boolean mayRegister(Call call) {
        if (!atLogin(call.config())) {
            return true;
        }
        Profile profile = call.session().profile();
        OptionalLong solved = solved(call, profile.pass().captcha(), LOGIN, "");
        if (solved.isEmpty()) {
            call.notice("To login, please go to " + url(call, LOGIN, ""));
            return false;
        }
        Session me = call.session();
        call.state().replace(me.with(me.entrance().solved(solved.getAsLong(), 0)));
        return true;
    }

    /** Takes the key of a JOIN as the answer to a challenge for that channel, if it is one. */
    static void answer(Call call, Channel channel, String key) {
        OptionalLong solved =
                configured(call.config())
                        ? solved(call, key, JOIN, channel.name().toString())
                        : OptionalLong.empty();
        if (solved.isPresent()) {
            Session me = call.session();
            call.state()
                    .replace(me.with(me.entrance().solved(solved.getAsLong(), channel.serial())));
        }
    }

    /** Tells the sender where to go before it may join; the same as one sentence. */
    static String challenge(Call call, Channel channel) {
        if (!configured(call.config())) {
            return "Cannot join channel (+x)";
        }
        String name = channel.name().toString();
        String url = url(call, JOIN, name);
        if (!fits(call, name, url)) {
            call.notice("Please go to " + url);
            return "Cannot join channel (+x)";
        }
        call.notice("To join " + name + ", please go to " + url);
        return "Cannot join channel (+x). Please go to " + url;
    }

    /** An address that is cut is of no use: with long names the sentence around it is shorter. */
    private static boolean fits(Call call, String channel, String url) {
        int names = Utf8.length(call.state().name()) + Utf8.length(channel) + Nick.MAX_LENGTH;
        return names + Utf8.length(url) + SENTENCE_BYTES <= LineBuilder.MAX_BYTES;
    }

    private static String url(Call call, String kind, String channel) {
        byte[] purpose = utf8(kind + ":" + call.timeNanos() + ":" + channel);
        byte[] challenge = challenge(call.session());
        byte[] mac = Hmac.of(key(call.config()).orElseThrow(), purpose, challenge);
        Base64.Encoder base64 = Base64.getEncoder();
        return withPath(InputLine.clean(call.config().captcha().url()))
                + "#"
                + base64.encodeToString(purpose)
                + "."
                + base64.encodeToString(challenge)
                + "."
                + base64.encodeToString(mac);
    }

    /** An address without a path gets one; whatever else it may be, it is shown as it is. */
    private static String withPath(String url) {
        int authority = url.indexOf("://");
        boolean bare = authority >= 0 && url.indexOf('/', authority + 3) < 0;
        return bare ? url + "/" : url;
    }

    /** What tells this session from all others, without being a secret. */
    private static byte[] challenge(Session session) {
        return utf8(
                HexFormat.of().formatHex(session.token().bytes(), 0, HASH_BYTES) + session.id());
    }

    /** When the challenge was given out that a token answers; empty if it answers none. */
    private static OptionalLong solved(Call call, String token, String kind, String channel) {
        Optional<CaptchaAnswer> answer = CaptchaAnswer.parse(token);
        if (answer.isEmpty()) {
            return OptionalLong.empty();
        }
        CaptchaAnswer given = answer.get();
        boolean right =
                given.isFor(kind, channel)
                        && given.names(challenge(call.session()))
                        && given.isFresh(call.timeNanos())
                        && given.nanos() > call.session().entrance().solvedNanos()
                        && given.isSigned(key(call.config()).orElseThrow());
        return right ? OptionalLong.of(given.nanos()) : OptionalLong.empty();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
