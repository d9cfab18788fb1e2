package net.robustirc.war.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose address counts: robustsession-client.md rule 34, http-api.md 3.3 step 6. */
class ClientAddressTest {
    private static final Set<String> TRUSTED = Set.of("secret", "other");

    private static String address(String peer, String secret, String forwardedFor) {
        return ClientAddress.of(
                peer, Optional.ofNullable(secret), Optional.ofNullable(forwardedFor), TRUSTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "192.0.2.7:50198|192.0.2.7",
                "192.0.2.7|192.0.2.7",
                "[::1]:9|::1",
                "[2001:db8::7]|2001:db8::7",
                "2001:db8::7|2001:db8::7",
                "2001:DB8:0::7|2001:db8::7",
                "[::ffff:192.0.2.7]:9|192.0.2.7",
                "fe80::1%eth0|fe80::1",
                "client.example.net:9|client.example.net",
                "192.0.2.7:1, 10.0.0.1|192.0.2.7",
                " 192.0.2.7 ,x|192.0.2.7",
                "@|10.9.8.7",
                "\"\"|10.9.8.7",
                "@, 192.0.2.7|10.9.8.7",
                "two words|10.9.8.7",
                "[::1|10.9.8.7",
                "a\u00e4:1|10.9.8.7"
            })
    void ofATrustedBridge_isTheFirstElementWithoutPort(String forwardedFor, String expected) {
        assertThat(address("10.9.8.7", "secret", forwardedFor)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"guess", "secre", "secrets", "''"})
    void ofAnUnknownBridge_isThePeers(String secret) {
        assertThat(address("10.9.8.7", secret, "192.0.2.7:1")).isEqualTo("10.9.8.7");
    }

    @Test
    void withoutHeaders_isThePeers() {
        assertThat(address("10.9.8.7", null, "192.0.2.7:1")).isEqualTo("10.9.8.7");
        assertThat(address("10.9.8.7", "secret", null)).isEqualTo("10.9.8.7");
    }

    @Test
    void ofAnIpv6Peer_hasNoBrackets_andOneForm() {
        assertThat(address("[0:0:0:0:0:0:0:1]", null, null)).isEqualTo("::1");
    }
}
