package net.robustirc.war.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import net.robustirc.irc.Address;
import net.robustirc.war.request.ClientRequest;

/**
 * Where a client really is: its TCP peer, or what a trusted bridge says (robustsession-client.md
 * rule 34).
 */
public final class ClientAddress {
    private static final int LONGEST = 64;

    private ClientAddress() {}

    /** The address that a request came from, as its headers say. */
    public static String of(ClientRequest request, Set<String> trusted) {
        return of(
                request.peer(),
                request.header("X-Bridge-Auth"),
                request.header("X-Forwarded-For"),
                trusted);
    }

    /** The address of the TCP peer, whatever the headers say. */
    public static String ofPeer(ClientRequest request) {
        return canonical(withoutBrackets(request.peer()));
    }

    /** Whether a trusted bridge sends the request, be it for a user whose address it leaves out. */
    public static boolean isOfBridge(ClientRequest request, Set<String> trusted) {
        return request.header("X-Bridge-Auth")
                .filter(secret -> isTrusted(secret, trusted))
                .isPresent();
    }

    /**
     * The client's address without port.
     *
     * @param peer address of the TCP connection
     * @param bridgeSecret value of {@code X-Bridge-Auth}
     * @param forwardedFor value of {@code X-Forwarded-For}
     * @param trusted secrets of the trusted bridges
     */
    static String of(
            String peer,
            Optional<String> bridgeSecret,
            Optional<String> forwardedFor,
            Set<String> trusted) {
        if (forwardedFor.isPresent()
                && bridgeSecret.isPresent()
                && isTrusted(bridgeSecret.get(), trusted)) {
            String forwarded = withoutPort(firstElement(forwardedFor.get()));
            if (isAddress(forwarded)) {
                return canonical(forwarded);
            }
        }
        return canonical(withoutBrackets(peer));
    }

    /** The form in which sessions keep it, so that applying a line only compares it. */
    private static String canonical(String address) {
        return Address.parse(address).map(Address::toString).orElse(address);
    }

    /** Looks at all of them, so that time does not tell which one was near. */
    private static boolean isTrusted(String secret, Set<String> trusted) {
        byte[] presented = Sha256.of(secret);
        boolean found = false;
        for (String known : trusted) {
            byte[] expected = Sha256.of(known);
            found |= MessageDigest.isEqual(presented, expected);
        }
        return found;
    }

    private static String firstElement(String forwardedFor) {
        int comma = forwardedFor.indexOf(',');
        return (comma < 0 ? forwardedFor : forwardedFor.substring(0, comma)).strip();
    }

    /**
     * {@code [v6]:port}, {@code v4:port} or either without port; a bare IPv6 address has colons.
     */
    private static String withoutPort(String element) {
        if (element.startsWith("[")) {
            int end = element.indexOf(']');
            return end < 0 ? "" : element.substring(1, end);
        }
        int colon = element.indexOf(':');
        boolean onlyColon = colon >= 0 && colon == element.lastIndexOf(':');
        return onlyColon ? element.substring(0, colon) : element;
    }

    private static String withoutBrackets(String peer) {
        return peer.startsWith("[") && peer.endsWith("]")
                ? peer.substring(1, peer.length() - 1)
                : peer;
    }

    /**
     * Goes into the log and into WHOIS, so nothing else than an address or a host name may pass.
     */
    private static boolean isAddress(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.getBytes(StandardCharsets.UTF_8).length == text.length()
                && text.chars().allMatch(ClientAddress::isAddressCharacter);
    }

    private static boolean isAddressCharacter(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '.'
                || c == ':'
                || c == '-'
                || c == '%';
    }
}
