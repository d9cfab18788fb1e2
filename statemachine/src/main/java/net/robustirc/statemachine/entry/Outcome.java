package net.robustirc.statemachine.entry;

/**
 * What applying a command answered: the same on every node.
 *
 * @param code what happened; a refused command changed nothing
 * @param id message id of the command that took effect; for a duplicate, of this second copy
 * @param text one sentence for the client when refused, else empty
 */
public record Outcome(Code code, long id, String text) {

    /** Kinds of outcome, with the number that stands for each on the wire between nodes. */
    public enum Code {
        APPLIED(1),
        /**
         * A second copy; acknowledged like the first. For CreateSession the id is the session's.
         */
        DUPLICATE(2),
        /** The session does not exist or exists no more. */
        NO_SUCH_SESSION(3),
        /** The command came later than its {@code validUntil}; nobody may apply it any more. */
        EXPIRED(4),
        /**
         * The configuration has another revision by now than a change expected or a credential was
         * checked with; the command may be submitted again once that is mended.
         */
        REVISION_MISMATCH(5),
        /** MaxSessions is reached. */
        TOO_MANY_SESSIONS(6),
        /** Applying failed by a programming error; nothing was changed (design D12). */
        POISONED(7),
        /** The command needs a higher behaviour level than the network's (design D2). */
        LEVEL_TOO_HIGH(8);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        /** The code with that number. */
        public static Code of(int number) {
            for (Code code : values()) {
                if (code.number == number) {
                    return code;
                }
            }
            throw new IllegalArgumentException("no outcome has the number " + number);
        }
    }

    public static Outcome applied(long id) {
        return new Outcome(Code.APPLIED, id, "");
    }

    public static Outcome duplicate(long id) {
        return new Outcome(Code.DUPLICATE, id, "");
    }

    public static Outcome refused(Code code, long id, String text) {
        return new Outcome(code, id, text);
    }

    /** Whether the command took effect, now or as an earlier copy. */
    public boolean accepted() {
        return code == Code.APPLIED || code == Code.DUPLICATE;
    }
}
