package net.robustirc.statemachine.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.robustirc.irc.BanMask;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.InputLine;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Whom the network keeps out.
 *
 * @param set by operators, by their masks
 * @param configured by the configuration: permanent, and gone with it
 */
public record NetworkBans(PSortedMap<String, NetworkBan> set, List<NetworkBan> configured) {
    /** Operators can set no more: each is compared with every newcomer. */
    public static final int MAX = 1_000;

    public static final NetworkBans NONE = new NetworkBans(TreePMap.empty(), List.of());

    private static final String CONFIGURATION = "configuration";

    public NetworkBans {
        configured = List.copyOf(configured);
    }

    /** The same with those of another configuration: mask or address to reason. */
    public NetworkBans withConfigured(Map<String, String> banned) {
        List<NetworkBan> next = new ArrayList<>();
        banned.forEach(
                (mask, reason) ->
                        BanMask.parse(mask)
                                .ifPresent(
                                        parsed ->
                                                next.add(
                                                        new NetworkBan(
                                                                parsed,
                                                                InputLine.clean(reason),
                                                                CONFIGURATION,
                                                                0,
                                                                0,
                                                                ""))));
        return new NetworkBans(set, next);
    }

    public boolean full() {
        return set.size() >= MAX;
    }

    public boolean isEmpty() {
        return set.isEmpty() && configured.isEmpty();
    }

    public Optional<NetworkBan> find(String key) {
        return Optional.ofNullable(set.get(key));
    }

    /** One that was set by the nick of a user. */
    public Optional<NetworkBan> findAbout(String nick) {
        String folded = CaseFolding.fold(nick);
        return set.values().stream()
                .filter(ban -> !ban.about().isEmpty())
                .filter(ban -> CaseFolding.fold(ban.about()).equals(folded))
                .findFirst();
    }

    /** The first ban that holds for somebody; the configured ones come first. */
    public Optional<NetworkBan> find(Identity who, long nowNanos) {
        for (NetworkBan ban : configured) {
            if (ban.holds(who, nowNanos)) {
                return Optional.of(ban);
            }
        }
        for (NetworkBan ban : set.values()) {
            if (ban.holds(who, nowNanos)) {
                return Optional.of(ban);
            }
        }
        return Optional.empty();
    }

    /** One more, or another in place of the same mask. */
    public NetworkBans plus(NetworkBan ban) {
        return new NetworkBans(set.plus(ban.key(), ban), configured);
    }

    public NetworkBans minus(NetworkBan ban) {
        return new NetworkBans(set.minus(ban.key()), configured);
    }

    /** Without those whose time is over. */
    public NetworkBans current(long nowNanos) {
        PSortedMap<String, NetworkBan> kept = set;
        for (NetworkBan ban : set.values()) {
            if (ban.expired(nowNanos)) {
                kept = kept.minus(ban.key());
            }
        }
        return kept == set ? this : new NetworkBans(kept, configured);
    }

    /** All that hold, the configured ones first. */
    public List<NetworkBan> all(long nowNanos) {
        List<NetworkBan> all = new ArrayList<>(configured);
        set.values().stream().filter(ban -> !ban.expired(nowNanos)).forEach(all::add);
        return all;
    }
}
