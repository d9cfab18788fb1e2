package net.robustirc.statemachine.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Digits;
import net.robustirc.irc.Fields;

/**
 * What the captcha service gave a user who solved a challenge: the purpose with {@code okay:} in
 * front, the challenge and a signature, in base64 with dots between (irc-commands.md 6).
 */
final class CaptchaAnswer {
    /** Time to solve a captcha and to come back. */
    private static final long VALID_NANOS = 300_000_000_000L;

    private static final int PARTS = 3;
    private static final int FIELDS = 4;
    private static final int MAX_DIGITS = 19;

    private final byte[] purpose;
    private final byte[] challenge;
    private final byte[] mac;
    private final List<String> fields;

    private CaptchaAnswer(byte[] purpose, byte[] challenge, byte[] mac) {
        this.purpose = purpose;
        this.challenge = challenge;
        this.mac = mac;
        this.fields = Fields.of(new String(purpose, StandardCharsets.UTF_8), ':');
    }

    /** An answer, if the text has the form of one. */
    static Optional<CaptchaAnswer> parse(String token) {
        List<String> parts = Fields.of(token, '.');
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            CaptchaAnswer answer =
                    new CaptchaAnswer(
                            base64.decode(parts.get(0)),
                            base64.decode(parts.get(1)),
                            base64.decode(parts.get(2)));
            return Optional.of(answer).filter(CaptchaAnswer::isComplete);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isComplete() {
        return fields.size() == FIELDS && fields.get(0).equals("okay") && nanos() >= 0;
    }

    boolean isFor(String kind, String channel) {
        return fields.get(1).equals(kind) && fields.get(3).equals(channel);
    }

    boolean names(byte[] expected) {
        return MessageDigest.isEqual(challenge, expected);
    }

    boolean isFresh(long nowNanos) {
        return nanos() <= nowNanos && nowNanos - nanos() <= VALID_NANOS;
    }

    boolean isSigned(byte[] key) {
        return MessageDigest.isEqual(mac, Hmac.of(key, purpose, challenge));
    }

    /** When the challenge was given out; -1 if that is no number. */
    long nanos() {
        return Digits.decimal(fields.get(2), MAX_DIGITS);
    }
}
