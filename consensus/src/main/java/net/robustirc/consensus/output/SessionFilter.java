package net.robustirc.consensus.output;

import java.util.Arrays;
import net.robustirc.statemachine.entry.SessionId;

/**
 * Whom a block may concern: a Bloom filter of about ten bits a session, so that one block in a
 * hundred is read in vain. It is written with the block and stays in memory, and lets the cursor of
 * an idle session skip thousands of blocks without reading them.
 */
final class SessionFilter {
    private static final int BITS_PER_SESSION = 10;
    private static final int PROBES = 5;

    private final byte[] bits;

    /** A filter as it was written. */
    SessionFilter(byte[] bits) {
        this.bits = bits;
    }

    /**
     * A filter of these sessions.
     *
     * @param sessions in any order, perhaps named twice; sorted by this
     */
    static SessionFilter of(long[] sessions, int count) {
        Arrays.sort(sessions, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || sessions[i] != sessions[i - 1]) {
                distinct++;
            }
        }
        SessionFilter filter = new SessionFilter(new byte[(distinct * BITS_PER_SESSION + 7) / 8]);
        for (int i = 0; i < count; i++) {
            if (i == 0 || sessions[i] != sessions[i - 1]) {
                filter.add(sessions[i]);
            }
        }
        return filter;
    }

    byte[] bits() {
        return bits;
    }

    /** Whether there may be a line for that session, or its end; if not, there surely is not. */
    boolean mayConcern(SessionId session) {
        if (bits.length == 0) {
            return false;
        }
        long hash = hash(session.value());
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            if ((bits[bit >> 3] & 1 << (bit & 7)) == 0) {
                return false;
            }
        }
        return true;
    }

    private void add(long session) {
        long hash = hash(session);
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = bit(hash, probe);
            bits[bit >> 3] |= (byte) (1 << (bit & 7));
        }
    }

    /** Two halves of one hash stand for as many as are needed: part of the format. */
    private int bit(long hash, int probe) {
        int low = (int) hash;
        int high = (int) (hash >>> 32) | 1;
        return ((low + probe * high) & Integer.MAX_VALUE) % (bits.length * 8);
    }

    private static long hash(long value) {
        long mixed = (value ^ value >>> 32) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 32;
    }
}
