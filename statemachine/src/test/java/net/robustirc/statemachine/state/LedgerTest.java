package net.robustirc.statemachine.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
    private static Ledger.Action action(String account, int time) {
        return new Ledger.Action(time, account, "nick", "KILL x");
    }

    @Test
    void plus_manyOfOneAccount_forgetsItsOldestOnly() {
        Ledger ledger = Ledger.NONE.plus(action("alice", 1)).plus(action("bob", 2));
        for (int i = 3; i < 2_000; i++) {
            ledger = ledger.plus(action("mallory", i));
        }
        assertThat(ledger.actions()).hasSize(Ledger.MAX_ACTIONS);
        assertThat(ledger.actions().values())
                .startsWith(action("alice", 1), action("bob", 2), action("mallory", 1_502))
                .endsWith(action("mallory", 1_999));
    }

    @Test
    void plus_accountsWithAsMany_forgetsTheOldest() {
        Ledger ledger = Ledger.NONE;
        for (int i = 0; i < 2 * Ledger.MAX_ACTIONS; i++) {
            ledger = ledger.plus(action(i % 2 == 0 ? "alice" : "bob", i));
        }
        assertThat(ledger.actions()).hasSize(Ledger.MAX_ACTIONS);
        assertThat(ledger.actions().get(ledger.actions().firstKey()).timeNanos())
                .isEqualTo(Ledger.MAX_ACTIONS);
    }
}
