package net.robustirc.session;

import java.util.random.RandomGenerator;
import net.robustirc.session.http.Connections;
import net.robustirc.session.server.ServerPool;

/**
 * What the sessions of one event loop share. All but the pool is used on that loop only.
 *
 * @param random for pauses and ids; from a good generator, but no secret depends on it
 * @param vigil over the servers that this loop's sessions wait for
 */
record Lane(
        Timers timers,
        Connections connections,
        ServerPool pool,
        Timeouts timeouts,
        RandomGenerator random,
        Vigil vigil) {}
