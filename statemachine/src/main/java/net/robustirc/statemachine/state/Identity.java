package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.Address;
import net.robustirc.irc.AddressRange;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.Mask;
import net.robustirc.irc.Nick;

/**
 * What bans may know a session by: not only the host that is shown, so that nobody gets around a
 * ban by changing it.
 *
 * @param nickUser {@code nick!user}, folded
 * @param hosts the session's, its cloak and its address, folded
 * @param address if it is known and is one
 */
public record Identity(String nickUser, List<String> hosts, Optional<Address> address) {
    /** A session as it is. */
    public static Identity of(Session session) {
        return of(session, session.nick());
    }

    /** A session as it would be with that nick. */
    public static Identity of(Session session, Nick nick) {
        Entrance entrance = session.entrance();
        List<String> hosts = new ArrayList<>(3);
        hosts.add(session.ownHost());
        if (!entrance.cloak().isEmpty()) {
            hosts.add(entrance.cloak());
        }
        if (!entrance.address().isEmpty()) {
            hosts.add(CaseFolding.fold(entrance.address()));
        }
        return new Identity(
                CaseFolding.fold(nick + "!" + session.profile().username()),
                hosts,
                Address.parse(entrance.address()));
    }

    /** Whether a folded mask means it by any of its hosts, or by a range that it comes from. */
    boolean fits(String mask, Optional<AddressRange> range) {
        int at = mask.lastIndexOf('@');
        String host = mask.substring(at + 1);
        return Mask.matches(mask.substring(0, Math.max(0, at)), nickUser)
                && (hosts.stream().anyMatch(one -> Mask.matches(host, one)) || comesFrom(range));
    }

    private boolean comesFrom(Optional<AddressRange> range) {
        return range.isPresent() && address.filter(range.get()::contains).isPresent();
    }
}
