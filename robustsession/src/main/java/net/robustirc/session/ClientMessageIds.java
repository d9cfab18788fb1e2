package net.robustirc.session;

import java.util.random.RandomGenerator;

/** Fresh ids for posts: 63 random bits, never 0, never the same twice running. One thread. */
final class ClientMessageIds {
    private final RandomGenerator random;
    private long last;

    ClientMessageIds(RandomGenerator random) {
        this.random = random;
    }

    /** Zero is where this starts, so one comparison rules out both. */
    long next() {
        long id;
        do {
            id = random.nextLong() >>> 1;
        } while (id == 0 || id == last);
        last = id;
        return id;
    }
}
