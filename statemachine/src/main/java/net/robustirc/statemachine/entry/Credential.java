package net.robustirc.statemachine.entry;

/**
 * What the web application found when it compared a secret that a line held: the entry carries the
 * verdict, never the secret (design D14, ours.md section 4).
 *
 * @param account name of the operator account; empty for services
 * @param accepted whether the secret was right
 * @param revision of the configuration that it was compared with
 */
public record Credential(Kind kind, String account, boolean accepted, long revision) {

    /** What a secret is for, with the number that stands for each in log and snapshot. */
    public enum Kind {
        OPER(1),
        SERVICES(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** The kind with that number. */
        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no credential has the number " + code);
        }
    }
}
