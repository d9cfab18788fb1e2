package net.robustirc.war.resource;

import java.util.Optional;
import net.robustirc.statemachine.entry.MessageId;

/** Reads the position at which a stream goes on: two unsigned 64-bit numbers, one dot between. */
final class LastSeen {
    private static final int MAX_DIGITS = 20;

    private LastSeen() {}

    /**
     * The position; the start of the session for empty text and {@code 0.0}, nothing if the text is
     * malformed. Numbers that no position can have count as the highest that one can.
     */
    static Optional<MessageId> parse(String text) {
        if (text.isEmpty()) {
            return Optional.of(MessageId.START);
        }
        int dot = text.indexOf('.');
        if (dot < 0 || !isNumber(text.substring(0, dot)) || !isNumber(text.substring(dot + 1))) {
            return Optional.empty();
        }
        try {
            long id = Long.parseUnsignedLong(text.substring(0, dot));
            long reply = Long.parseUnsignedLong(text.substring(dot + 1));
            return Optional.of(
                    new MessageId(
                            capped(id, Long.MAX_VALUE), (int) capped(reply, Integer.MAX_VALUE)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long capped(long unsigned, long highest) {
        return unsigned < 0 ? highest : Math.min(unsigned, highest);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
