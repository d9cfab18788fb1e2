package net.robustirc.irc;

import java.util.Optional;

/**
 * The addresses that begin with the same bits: CIDR notation, RFC 4632 3.1, or one address.
 *
 * @param network its other bits are zero
 * @param bits how many count, of 128; an IPv4 range has 96 more than are written
 */
public record AddressRange(Address network, int bits) {
    private static final int MAX_DIGITS = 3;

    /** {@code a.b.c.d}, {@code a.b.c.d/n}, {@code x:y::z} or {@code x:y::z/n}. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<Address> address = AddressText.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty() || slash < 0) {
            return address.map(one -> new AddressRange(one, Address.BITS));
        }
        int before = text.indexOf(':') < 0 ? Address.MAPPED_BITS : 0;
        int bits = (int) Digits.decimal(text.substring(slash + 1), MAX_DIGITS);
        return bits < 0 || before + bits > Address.BITS
                ? Optional.empty()
                : Optional.of(
                        new AddressRange(address.get().network(before + bits), before + bits));
    }

    /** A range of IPv6 has no IPv4 addresses, though their mapped form may begin alike. */
    public boolean contains(Address address) {
        return address.network(bits).equals(network)
                && (bits >= Address.MAPPED_BITS || !address.isIpv4());
    }

    /** As it is parsed, the bits of the network alone. */
    @Override
    public String toString() {
        if (bits == Address.BITS) {
            return network.toString();
        }
        boolean ipv4 = network.isIpv4() && bits >= Address.MAPPED_BITS;
        return ipv4
                ? network + "/" + (bits - Address.MAPPED_BITS)
                : AddressText.grouped(network) + "/" + bits;
    }
}
