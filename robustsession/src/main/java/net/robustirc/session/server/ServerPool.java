package net.robustirc.session.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one network and what its sessions have learnt of them together. Nothing here
 * waits: whoever finds no usable server leaves a wake-up call. Thread-safe. The rules
 * (robustsession-client.md sections 4 and 13):
 *
 * <ul>
 *   <li>A server that cannot be reached or breaks off is left alone for 1, 2, 4 … 60 s; one that
 *       answers 5xx, such as "no leader", only for 250 ms … 2 s; both with up to a quarter on top.
 *   <li>Several sessions that lose the same server at once count as one incident.
 *   <li>A server that does not even answer when asked whether it lives is suspect: others come
 *       first, for a minute, unless all of them are in back-off.
 *   <li>A sign of life ends a back-off at once: an object on a stream, a 200. If no server was
 *       well, it ends the waiting for the others too.
 *   <li>Posts stay with the server last named as leader or that took the last post; streams take
 *       any usable one.
 * </ul>
 */
public final class ServerPool {
    private static final Logger LOG = LoggerFactory.getLogger(ServerPool.class);
    private static final long WAIT_FOR_ANY_SERVER = TimeUnit.SECONDS.toNanos(60);

    private final LongSupplier nanoClock;
    private final RandomGenerator random;
    private final boolean ignoreUpdates;
    private final Map<ServerAddress, Health> troubles = new HashMap<>();
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private List<ServerAddress> servers;

    /** Null while nobody has taken a post. */
    private ServerAddress preferred;

    /** Mirrors {@code troubles.isEmpty()}, so that each line of a healthy network needs no lock. */
    private volatile boolean untroubled = true;

    /** Starts with these servers, which may be none yet. */
    public ServerPool(
            List<ServerAddress> servers,
            boolean ignoreUpdates,
            LongSupplier nanoClock,
            RandomGenerator random) {
        this.servers = List.copyOf(servers);
        this.ignoreUpdates = ignoreUpdates;
        this.nanoClock = nanoClock;
        this.random = random;
    }

    /** The list as it stands. */
    public synchronized List<ServerAddress> servers() {
        return servers;
    }

    /** Chooses for one try; a pinned server comes first while it is usable. */
    public synchronized Choice choose(Purpose purpose, Optional<ServerAddress> pinned) {
        long now = nanoClock.getAsLong();
        Optional<ServerAddress> favourite =
                purpose == Purpose.POST ? pinned.or(this::preferred) : pinned;
        List<ServerAddress> candidates = candidates(now);
        if (favourite.isPresent()
                && isUsable(favourite.get(), now)
                && !isSuspect(favourite.get(), now)) {
            return new Choice(favourite, 0);
        }
        List<ServerAddress> usable = usable(candidates, now);
        return usable.isEmpty()
                ? Choice.later(nanosUntilUsable(candidates, now))
                : Choice.of(usable.get(random.nextInt(usable.size())));
    }

    /** Those not suspect, if one of them can be reached; a short rest of theirs is waited for. */
    private List<ServerAddress> candidates(long now) {
        List<ServerAddress> trusted =
                servers.stream().filter(server -> !isSuspect(server, now)).toList();
        boolean reached = trusted.stream().anyMatch(server -> !isBackingOff(server, now));
        return reached ? trusted : servers;
    }

    private boolean isSuspect(ServerAddress server, long now) {
        Health health = troubles.get(server);
        return health != null && health.isSuspect(now);
    }

    private boolean isBackingOff(ServerAddress server, long now) {
        Health health = troubles.get(server);
        return health != null && health.isUnreachable() && !health.isUsable(now);
    }

    private Optional<ServerAddress> preferred() {
        return Optional.ofNullable(preferred);
    }

    private List<ServerAddress> usable(List<ServerAddress> candidates, long now) {
        List<ServerAddress> usable = new ArrayList<>(candidates.size());
        for (ServerAddress server : candidates) {
            if (isUsable(server, now)) {
                usable.add(server);
            }
        }
        return usable;
    }

    private boolean isUsable(ServerAddress server, long now) {
        Health health = troubles.get(server);
        return health == null || health.isUsable(now);
    }

    private long nanosUntilUsable(List<ServerAddress> candidates, long now) {
        long least = WAIT_FOR_ANY_SERVER;
        for (ServerAddress server : candidates) {
            least = Math.min(least, troubles.get(server).nanosUntilUsable(now));
        }
        return least;
    }

    /**
     * Chooses, or runs the task once, as soon as a choice may come out better than this one: in one
     * step, so that no change falls between the two.
     */
    public synchronized Choice chooseOrWait(
            Purpose purpose, Optional<ServerAddress> pinned, Runnable wakeUp) {
        Choice choice = choose(purpose, pinned);
        if (choice.server().isEmpty()) {
            waiting.add(wakeUp);
        }
        return choice;
    }

    /** Takes the wake-up call back. */
    public synchronized void forget(Runnable task) {
        waiting.remove(task);
    }

    /** A server could not be reached, broke off or talked nonsense, in a try begun at that time. */
    public synchronized void failed(ServerAddress server, long startedAt, String cause) {
        if (!isNewIncident(server, startedAt)) {
            return;
        }
        LOG.info("{} failed: {}", server, cause);
        trouble(server).failed(nanoClock.getAsLong(), random);
        leave(server);
    }

    /** A server answered 5xx in a try begun at that time. */
    public synchronized void refused(ServerAddress server, long startedAt, String cause) {
        if (!isNewIncident(server, startedAt)) {
            return;
        }
        LOG.debug("{} refused: {}", server, cause);
        trouble(server).refused(nanoClock.getAsLong(), random);
        leave(server);
    }

    /** A server said nothing, not even when asked at that time whether it lives. */
    public synchronized void suspect(ServerAddress server, long askedAt) {
        long now = nanoClock.getAsLong();
        if (!isSuspect(server, now)) {
            LOG.info("{} is silent: others come first", server);
        }
        boolean incident = isNewIncident(server, askedAt);
        Health health = trouble(server);
        if (incident) {
            health.failed(now, random);
        }
        health.suspect(askedAt);
        leave(server);
    }

    /** Whether a server is suspect and has said nothing since before that time. */
    public boolean isSilentSince(ServerAddress server, long heardAt) {
        if (untroubled) {
            return false;
        }
        synchronized (this) {
            Health health = troubles.get(server);
            return health != null && health.isSilentSince(heardAt, nanoClock.getAsLong());
        }
    }

    /** The suspect servers. */
    public List<ServerAddress> suspects() {
        if (untroubled) {
            return List.of();
        }
        synchronized (this) {
            long now = nanoClock.getAsLong();
            return servers.stream().filter(server -> isSuspect(server, now)).toList();
        }
    }

    private boolean isNewIncident(ServerAddress server, long startedAt) {
        Health health = troubles.get(server);
        return health == null || !health.hasCounted(startedAt);
    }

    private Health trouble(ServerAddress server) {
        untroubled = false;
        return troubles.computeIfAbsent(server, unknown -> new Health(nanoClock.getAsLong()));
    }

    private void leave(ServerAddress server) {
        if (server.equals(preferred)) {
            preferred = null;
        }
    }

    /** Something came over a stream from this server, or an answer: it can be reached. */
    public void alive(ServerAddress server) {
        if (!untroubled) {
            clear(server, false);
        }
    }

    /** A request was answered 200 by this server. */
    public void accepted(ServerAddress server) {
        if (!untroubled) {
            clear(server, true);
        }
    }

    private void clear(ServerAddress server, boolean refusalsToo) {
        List<Runnable> woken = List.of();
        synchronized (this) {
            Health health = troubles.get(server);
            if (health != null && (refusalsToo || health.isUnreachable())) {
                if (troubles.keySet().containsAll(servers)) {
                    endOutage();
                }
                troubles.remove(server);
                untroubled = troubles.isEmpty();
                woken = takeWaiting();
            }
        }
        woken.forEach(Runnable::run);
    }

    /**
     * No server was well, and now one is: the others get their chance at once too, lest all
     * sessions pile up on the first.
     */
    private void endOutage() {
        long now = nanoClock.getAsLong();
        troubles.values().forEach(health -> health.tryAgain(now));
    }

    /** Posts go to this server from now on: it leads, or at least took the last one. */
    public synchronized void prefer(ServerAddress server) {
        if (server.equals(preferred)) {
            return;
        }
        if (servers.contains(server)) {
            preferred = server;
        } else if (!ignoreUpdates) {
            preferred = server;
            servers = append(servers, server);
        }
    }

    private static List<ServerAddress> append(List<ServerAddress> list, ServerAddress server) {
        List<ServerAddress> longer = new ArrayList<>(list);
        longer.add(server);
        return List.copyOf(longer);
    }

    /** The servers' own word on who they are; an empty list means nothing. */
    public void update(List<ServerAddress> list) {
        List<Runnable> woken;
        synchronized (this) {
            if (ignoreUpdates || list.isEmpty() || list.equals(servers)) {
                return;
            }
            servers = List.copyOf(new LinkedHashSet<>(list));
            troubles.keySet().retainAll(servers);
            untroubled = troubles.isEmpty();
            if (preferred != null && !servers.contains(preferred)) {
                preferred = null;
            }
            woken = takeWaiting();
        }
        woken.forEach(Runnable::run);
    }

    private List<Runnable> takeWaiting() {
        List<Runnable> woken = List.copyOf(waiting);
        waiting.clear();
        return woken;
    }
}
