package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    @Test
    void nameAndPort_areParted() {
        assertThat(HostPort.parse("node1.example:13101"))
                .isEqualTo(new HostPort("node1.example", 13101));
    }

    @Test
    void bracketsOfAnIpV6Address_areTakenOff_andPrintedAgain() {
        HostPort parsed = HostPort.parse("[2001:db8::1]:13101");

        assertThat(parsed).isEqualTo(new HostPort("2001:db8::1", 13101));
        assertThat(parsed).hasToString("[2001:db8::1]:13101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", ":13101", "host:", "host:0", "host:65536", "host:x"})
    void anythingElse_isRefused_namingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostPort.parse(text))
                .withMessageContaining("'" + text + "'");
    }
}
