package net.robustirc.statemachine.state;

import net.robustirc.irc.BanMask;
import net.robustirc.irc.CaseFolding;

/**
 * Somebody whom the network keeps out.
 *
 * @param setter nick of who set it
 * @param setNanos when, Unix nanoseconds
 * @param untilNanos when it ends; 0 if it does not
 * @param about nick of the user whose address was looked up for it; empty if the mask was named
 */
public record NetworkBan(
        BanMask mask, String reason, String setter, long setNanos, long untilNanos, String about) {

    /** What is shown of it: an address that nobody named only to those who may see addresses. */
    public String shown(boolean addresses) {
        return addresses || about.isEmpty() ? mask.toString() : about;
    }

    /** Under which it is kept: two bans of the same people are one. */
    public String key() {
        return CaseFolding.fold(mask.toString());
    }

    public boolean expired(long nowNanos) {
        return untilNanos != 0 && untilNanos <= nowNanos;
    }

    public boolean holds(Identity who, long nowNanos) {
        return !expired(nowNanos) && mask.matches(who.nickUser(), who.hosts(), who.address());
    }
}
