package net.robustirc.session.wire;

import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.session.server.ServerAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLocationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//leader.test:60667/robustirc/v1/0x1/message",
                "https://leader.test:60667/robustirc/v1/0x1/message?a=b//c:1",
                "//leader.test:60667"
            })
    void authority_isTheServer(String value) {
        assertThat(ContentLocation.server(value)).contains(new ServerAddress("leader.test", 60667));
    }

    @Test
    void ipv6Authority_isTheServer() {
        assertThat(ContentLocation.server("//[::1]:1/x")).contains(new ServerAddress("::1", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/robustirc/v1/x",
                "leader.test:60667",
                "http://leader.test:1/",
                "//",
                "///x",
                "//leader.test/x",
                "/a//leader.test:1/"
            })
    void other_isNoHint(String value) {
        assertThat(ContentLocation.server(value)).isEmpty();
    }
}
