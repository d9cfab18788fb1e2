package net.robustirc.statemachine.state;

/** What a member may do on a channel: PREFIX=(ov)@+. */
public enum MemberStatus {
    PLAIN(0, ""),
    VOICED(1, "+"),
    OPERATOR(2, "@"),
    OPERATOR_VOICED(3, "@");

    private static final int VOICE_BIT = 1;
    private static final int OPERATOR_BIT = 2;

    private final int code;
    private final String sign;

    MemberStatus(int code, String sign) {
        this.code = code;
        this.sign = sign;
    }

    /** The number that stands for it in a snapshot. */
    public int code() {
        return code;
    }

    /** The status with that number. */
    public static MemberStatus of(int code) {
        return switch (code) {
            case 0 -> PLAIN;
            case VOICE_BIT -> VOICED;
            case OPERATOR_BIT -> OPERATOR;
            case OPERATOR_BIT | VOICE_BIT -> OPERATOR_VOICED;
            default -> throw new IllegalArgumentException("no member status has the code " + code);
        };
    }

    /** The highest prefix: {@code @}, {@code +} or nothing. */
    public String sign() {
        return sign;
    }

    public boolean operator() {
        return (code & OPERATOR_BIT) != 0;
    }

    public boolean voiced() {
        return (code & VOICE_BIT) != 0;
    }

    /** Whether +m and bans let it speak. */
    public boolean maySpeak() {
        return this != PLAIN;
    }

    public MemberStatus withOperator(boolean on) {
        return of(on ? code | OPERATOR_BIT : code & ~OPERATOR_BIT);
    }

    public MemberStatus withVoice(boolean on) {
        return of(on ? code | VOICE_BIT : code & ~VOICE_BIT);
    }
}
