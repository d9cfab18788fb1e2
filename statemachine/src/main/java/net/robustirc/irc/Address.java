package net.robustirc.irc;

import java.util.Optional;

/**
 * An Internet address, read and written without any name lookup. IPv4 counts as its mapped form
 * {@code ::ffff:a.b.c.d} (RFC 4291 2.5.5.2), so that each client has one address however it came.
 *
 * @param high the first eight bytes
 * @param low the last eight
 */
public record Address(long high, long low) {
    /** Bits of an address. */
    public static final int BITS = 128;

    /** Bits before an IPv4 address in its mapped form. */
    static final int MAPPED_BITS = 96;

    private static final long MAPPED = 0xFFFFL << Integer.SIZE;
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int LOOPBACK_NET = 127;

    /** An address in one of its usual forms; a zone ({@code %eth0}) is left out. */
    public static Optional<Address> parse(String text) {
        int zone = text.indexOf('%');
        return AddressText.parse(zone < 0 ? text : text.substring(0, zone));
    }

    static Address ofIpv4(long bits) {
        return new Address(0, MAPPED | bits);
    }

    public boolean isIpv4() {
        return high == 0 && low >>> Integer.SIZE == MAPPED >>> Integer.SIZE;
    }

    /** Whether it means the machine itself: nobody in particular. */
    public boolean isLoopback() {
        return isIpv4()
                ? (low >>> (Integer.SIZE - Byte.SIZE) & 0xFF) == LOOPBACK_NET
                : high == 0 && low == 1;
    }

    /** The address with all but its first bits zero. */
    public Address network(int bits) {
        return new Address(
                high & ones(Math.min(bits, Long.SIZE)), low & ones(Math.max(0, bits - Long.SIZE)));
    }

    private static long ones(int bits) {
        return bits == 0 ? 0 : -1L << (Long.SIZE - bits);
    }

    /** Sixteen bits of it, from the left. */
    int group(int index) {
        long half = index < GROUPS / 2 ? high : low;
        int shift = (GROUPS / 2 - 1 - index % (GROUPS / 2)) * GROUP_BITS;
        return (int) (half >>> shift & 0xFFFF);
    }

    /** The one form in which we write it: RFC 5952; IPv4 with dots. */
    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
