package net.robustirc.statemachine.state;

import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.Member;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The root: the whole network at one moment, immutable.
 *
 * @param name the IRC server name in every prefix
 * @param level behaviour level in force (design D2)
 * @param lastId message id of the newest applied entry
 * @param members nodes as they announced themselves, by peer id
 * @param holds nicks that services hold (SVSHOLD); some of them may be over
 */
public record NetworkState(
        String name,
        int level,
        long lastId,
        Clock clock,
        ConfigState config,
        PSortedMap<String, Member> members,
        Sessions sessions,
        Channels channels,
        Submissions submissions,
        History history,
        Monitors monitors,
        NetworkBans bans,
        Ledger ledger,
        PSortedMap<Nick, Hold> holds) {

    /** The level that a new network begins with. */
    private static final int FIRST_LEVEL = 1;

    /** Ids begin above this, as the original's do: above 2^62 and below 2^63. */
    private static final long BEFORE_FIRST_ID = 4_648_398_125_000_000_000L;

    /** A network without sessions, before its first entry. */
    public static NetworkState empty(String name) {
        return new NetworkState(
                name,
                FIRST_LEVEL,
                BEFORE_FIRST_ID,
                Clock.START,
                ConfigState.START,
                TreePMap.empty(),
                Sessions.NONE,
                Channels.NONE,
                Submissions.NONE,
                History.NONE,
                Monitors.NONE,
                NetworkBans.NONE,
                Ledger.NONE,
                TreePMap.empty());
    }

    /** The state that an entry with that stamp meets: its id is taken, its time has come. */
    public NetworkState advanced(long stampNanos) {
        return new NetworkState(
                name,
                level,
                lastId + 1,
                clock.advanced(stampNanos),
                config,
                members,
                sessions,
                channels,
                submissions,
                history,
                monitors,
                bans,
                ledger,
                holds);
    }
}
