package net.robustirc.statemachine.state;

/**
 * How many users there are, as LUSERS tells.
 *
 * @param registered sessions that have passed registration
 * @param invisible how many of them have user mode i
 * @param operators how many of them are IRC operators
 * @param most highest number of registered ones so far
 * @param pseudoClients those of services, who are no users
 */
public record UserCounts(
        int registered, int invisible, int operators, int most, int pseudoClients) {
    public static final UserCounts NONE = new UserCounts(0, 0, 0, 0, 0);

    UserCounts plus(Session session) {
        if (session.isPseudoClient()) {
            return new UserCounts(registered, invisible, operators, most, pseudoClients + 1);
        }
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        return new UserCounts(
                registered + 1,
                invisible + hidden,
                operators + operator(session),
                Math.max(most, registered + 1),
                pseudoClients);
    }

    UserCounts minus(Session session) {
        if (session.isPseudoClient()) {
            return new UserCounts(registered, invisible, operators, most, pseudoClients - 1);
        }
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        return new UserCounts(
                registered - 1,
                invisible - hidden,
                operators - operator(session),
                most,
                pseudoClients);
    }

    private static int operator(Session session) {
        return session.profile().has(UserMode.OPERATOR) ? 1 : 0;
    }

    UserCounts withMost(int number) {
        return new UserCounts(
                registered, invisible, operators, Math.max(most, number), pseudoClients);
    }
}
