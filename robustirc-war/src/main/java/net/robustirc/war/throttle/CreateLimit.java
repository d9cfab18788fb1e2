package net.robustirc.war.throttle;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import net.robustirc.irc.Address;
import net.robustirc.war.auth.BoundedMap;

/**
 * How many sessions one address may create at this node: so many at once, then so many a second (a
 * token bucket for each, ours.md section 4). An IPv6 address counts as its /64, which is what one
 * customer has. Remembers a bounded number of addresses.
 */
public final class CreateLimit {
    /**
     * Far above what people behind one address do, be they a school that comes back at once after a
     * power cut; a hosted bridge, whose users may be more, is a trusted one and not counted.
     */
    static final int AT_ONCE = 200;

    private static final int MOST_ADDRESSES = 10_000;
    private static final int CUSTOMERS_BITS = 64;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long nanosEach;
    private final LongSupplier nanoTime;

    /** When the address may create as many as ever at once, in nanoseconds of the clock. */
    private final Map<String, Long> full = new BoundedMap<>(MOST_ADDRESSES);

    /**
     * @param perSecond 0 lets everybody create as many as they like
     * @param nanoTime a clock that never jumps, nanoseconds
     */
    public CreateLimit(int perSecond, LongSupplier nanoTime) {
        this.nanosEach = perSecond == 0 ? 0 : SECOND / perSecond;
        this.nanoTime = nanoTime;
    }

    /**
     * Counts one more session of that address, unless it is one too many. The machine itself is
     * never counted.
     *
     * @return 0, or the seconds until the address may create the next one
     */
    public synchronized long waitSeconds(String address) {
        if (nanosEach == 0 || Address.parse(address).filter(Address::isLoopback).isPresent()) {
            return 0;
        }
        String counted = counted(address);
        long now = nanoTime.getAsLong();
        Long before = full.get(counted);
        long toFill = before == null ? 0 : Math.max(0, before - now);
        long tooMuch = toFill + nanosEach - AT_ONCE * nanosEach;
        if (tooMuch > 0) {
            return (tooMuch + SECOND - 1) / SECOND;
        }
        // Put in anew, as the one that was put in first is forgotten first.
        full.remove(counted);
        full.put(counted, now + toFill + nanosEach);
        return 0;
    }

    private static String counted(String address) {
        return Address.parse(address)
                .map(known -> known.isIpv4() ? known : known.network(CUSTOMERS_BITS))
                .map(Address::toString)
                .orElse(address);
    }
}
