package net.robustirc.statemachine.state;

import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What is kept for administrators.
 *
 * @param actions what IRC operators did, by number, oldest first
 * @param use how often each command came
 */
public record Ledger(PSortedMap<Long, Action> actions, CommandUse use) {
    /** More actions than these are forgotten, the oldest of the account that has most. */
    public static final int MAX_ACTIONS = 500;

    public static final Ledger NONE = new Ledger(TreePMap.empty(), CommandUse.NONE);

    /**
     * One thing that an IRC operator did.
     *
     * @param timeNanos when, Unix nanoseconds
     * @param account by which he is operator
     * @param nick under which he did it
     * @param text the command and what it was about
     */
    public record Action(long timeNanos, String account, String nick, String text) {}

    /** One more; nobody pushes out what others did by doing much. */
    Ledger plus(Action action) {
        long number = actions.isEmpty() ? 1 : actions.lastKey() + 1;
        PSortedMap<Long, Action> more = actions.plus(number, action);
        return new Ledger(
                more.size() > MAX_ACTIONS ? more.minus(oldestOfBusiest(more)) : more, use);
    }

    private static long oldestOfBusiest(PSortedMap<Long, Action> actions) {
        return Busiest.first(actions.entrySet(), action -> action.getValue().account()).getKey();
    }

    /** One out of a snapshot. */
    public Ledger plus(long number, Action action) {
        return new Ledger(actions.plus(number, action), use);
    }

    Ledger with(CommandUse next) {
        return new Ledger(actions, next);
    }
}
