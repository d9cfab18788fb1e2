package net.robustirc.irc;

import java.util.List;
import java.util.Optional;

/**
 * Whom a network ban means: {@code nick!user@host}, where the host is a mask, an address or a range
 * of addresses. Compared folded, anchored, in linear time for each part.
 */
public final class BanMask {
    /** Longest mask, in bytes. */
    public static final int MAX_BYTES = 150;

    private final String user;
    private final String host;
    private final Optional<AddressRange> range;
    private final String text;

    private BanMask(String user, String host) {
        this.range = AddressRange.parse(host);
        this.user = CaseFolding.fold(user);
        this.host = CaseFolding.fold(host);
        this.text = user + "@" + range.map(AddressRange::toString).orElse(host);
    }

    /**
     * {@code nick!user@host}, {@code user@host}, an address or a range; a nick alone is none of
     * them.
     */
    public static Optional<BanMask> parse(String typed) {
        boolean address = AddressRange.parse(typed).isPresent();
        if (typed.indexOf('@') < 0 && typed.indexOf('!') < 0 && !address) {
            return Optional.empty();
        }
        String mask = Mask.completed(typed);
        if (mask.indexOf(' ') >= 0 || mask.charAt(0) == ':') {
            return Optional.empty();
        }
        int at = mask.lastIndexOf('@');
        // What is kept must be read again, and an address may be longer there than typed.
        return Optional.of(new BanMask(mask.substring(0, at), mask.substring(at + 1)))
                .filter(built -> Utf8.fits(built.text, MAX_BYTES));
    }

    /** That address alone. */
    public static BanMask of(Address address) {
        return new BanMask("*!*", address.toString());
    }

    /**
     * Whether it means a user.
     *
     * @param nickUser {@code nick!user}, folded
     * @param hosts all that stand for it, folded
     */
    public boolean matches(String nickUser, List<String> hosts, Optional<Address> address) {
        boolean there =
                range.isPresent()
                        ? address.filter(range.get()::contains).isPresent()
                        : matchesAny(hosts);
        return there && Mask.matches(user, nickUser);
    }

    private boolean matchesAny(List<String> hosts) {
        for (String one : hosts) {
            if (Mask.matches(host, one)) {
                return true;
            }
        }
        return false;
    }

    /** The form in which it is kept and shown. */
    @Override
    public String toString() {
        return text;
    }
}
