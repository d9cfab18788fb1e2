package net.robustirc.statemachine.state;

/**
 * How many users there are, as LUSERS tells.
 *
 * @param registered sessions that have passed registration
 * @param invisible how many of them have user mode i
 * @param most highest number of registered ones so far
 * @param pseudoClients those of services, who are no users
 */
public record UserCounts(int registered, int invisible, int most, int pseudoClients) {
    public static final UserCounts NONE = new UserCounts(0, 0, 0, 0);

    UserCounts plus(Session session) {
        if (session.isPseudoClient()) {
            return new UserCounts(registered, invisible, most, pseudoClients + 1);
        }
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        int users = registered + 1;
        return new UserCounts(users, invisible + hidden, Math.max(most, users), pseudoClients);
    }

    UserCounts minus(Session session) {
        if (session.isPseudoClient()) {
            return new UserCounts(registered, invisible, most, pseudoClients - 1);
        }
        if (!session.registered()) {
            return this;
        }
        int hidden = session.profile().invisible() ? 1 : 0;
        return new UserCounts(registered - 1, invisible - hidden, most, pseudoClients);
    }

    UserCounts withMost(int number) {
        return new UserCounts(registered, invisible, Math.max(most, number), pseudoClients);
    }
}
