package net.robustirc.irc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses as text. */
final class AddressText {
    private static final int GROUPS = 8;
    private static final int HEX = 16;
    private static final String GAP = "::";

    private AddressText() {}

    static Optional<Address> parse(String text) {
        if (text.indexOf(':') < 0) {
            long bits = ipv4(text);
            return bits < 0 ? Optional.empty() : Optional.of(Address.ofIpv4(bits));
        }
        return ipv6(text);
    }

    /** Four decimal numbers without leading zeros; -1 if it is none. */
    private static long ipv4(String text) {
        List<String> parts = Fields.of(text, '.');
        if (parts.size() != Integer.BYTES) {
            return -1;
        }
        long bits = 0;
        for (String part : parts) {
            long value = Digits.decimal(part, 3);
            boolean octal = part.length() > 1 && part.charAt(0) == '0';
            if (value < 0 || value > 0xFF || octal) {
                return -1;
            }
            bits = bits << Byte.SIZE | value;
        }
        return bits;
    }

    /** RFC 4291 2.2: groups, one gap at most, the last 32 bits perhaps with dots. */
    private static Optional<Address> ipv6(String text) {
        int gap = text.indexOf(GAP);
        List<Integer> head = new ArrayList<>();
        List<Integer> tail = new ArrayList<>();
        boolean legal =
                gap < 0
                        ? groups(text, head, true)
                        : groups(text.substring(0, gap), head, false)
                                && groups(text.substring(gap + GAP.length()), tail, true);
        int missing = GROUPS - head.size() - tail.size();
        if (!legal || (gap < 0 ? missing != 0 : missing < 1)) {
            return Optional.empty();
        }
        for (; missing > 0; missing--) {
            head.add(0);
        }
        head.addAll(tail);
        return Optional.of(new Address(half(head, 0), half(head, GROUPS / 2)));
    }

    private static long half(List<Integer> groups, int first) {
        long bits = 0;
        for (int group : groups.subList(first, first + GROUPS / 2)) {
            bits = bits << HEX | group;
        }
        return bits;
    }

    /** Appends the groups of a part without gap; whether it is one. Dots may stand at the end. */
    private static boolean groups(String text, List<Integer> into, boolean end) {
        if (text.isEmpty()) {
            return true;
        }
        List<String> parts = Fields.of(text, ':');
        int last = parts.size() - 1;
        for (int i = 0; i <= last; i++) {
            String part = parts.get(i);
            if (end && i == last && part.indexOf('.') >= 0) {
                long bits = ipv4(part);
                into.add((int) (bits >>> HEX & 0xFFFF));
                into.add((int) (bits & 0xFFFF));
                return bits >= 0;
            }
            int group = (int) Digits.parse(part, HEX, 4);
            if (group < 0) {
                return false;
            }
            into.add(group);
        }
        return true;
    }

    static String format(Address address) {
        return address.isIpv4() ? dotted(address.low()) : grouped(address);
    }

    private static String dotted(long low) {
        StringBuilder out = new StringBuilder(15);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.append(low >>> shift & 0xFF).append(shift == 0 ? "" : ".");
        }
        return out.toString();
    }

    /** RFC 5952 4: the longest run of zeros becomes the gap, the first if two are as long. */
    static String grouped(Address address) {
        int start = 0;
        int length = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zeros(address, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (length < 2) {
            return join(address, 0, GROUPS);
        }
        return join(address, 0, start) + GAP + join(address, start + length, GROUPS);
    }

    private static int zeros(Address address, int first) {
        int end = first;
        while (end < GROUPS && address.group(end) == 0) {
            end++;
        }
        return end - first;
    }

    private static String join(Address address, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            out.append(i == from ? "" : ":").append(Integer.toHexString(address.group(i)));
        }
        return out.toString();
    }
}
