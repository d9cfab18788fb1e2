package net.robustirc.session.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @Test
    void name_isTrimmed() {
        assertThat(ServerAddress.parse(" irc.example.net:60667 "))
                .contains(new ServerAddress("irc.example.net", 60667));
    }

    @Test
    void ipv6_standsInBrackets() {
        ServerAddress address = new ServerAddress("2001:db8::1", 443);
        assertThat(ServerAddress.parse("[2001:db8::1]:443")).contains(address);
        assertThat(address).hasToString("[2001:db8::1]:443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "host",
                "host:",
                ":1",
                "host:0",
                "host:65536",
                "host:-1",
                "host:1a",
                "ho st:1",
                "2001:db8::1:443",
                "[]:1",
                "user@host:1",
                "host/path:1",
                "h\u00f6st:1"
            })
    void other_isRefused(String text) {
        assertThat(ServerAddress.parse(text)).isEmpty();
    }
}
