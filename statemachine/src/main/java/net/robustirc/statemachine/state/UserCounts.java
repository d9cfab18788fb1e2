package net.robustirc.statemachine.state;

/**
 * How many users there are, as LUSERS tells.
 *
 * @param registered sessions that have passed registration
 * @param invisible how many of them have user mode i
 * @param most highest number of registered ones so far
 */
public record UserCounts(int registered, int invisible, int most) {
    public static final UserCounts NONE = new UserCounts(0, 0, 0);

    UserCounts plus(Session session) {
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        return new UserCounts(registered + 1, invisible + hidden, Math.max(most, registered + 1));
    }

    UserCounts minus(Session session) {
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        return new UserCounts(registered - 1, invisible - hidden, most);
    }

    UserCounts withMost(int number) {
        return new UserCounts(registered, invisible, Math.max(most, number));
    }
}
