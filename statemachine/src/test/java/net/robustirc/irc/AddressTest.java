package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4291 2.2, RFC 5952 and RFC 4632; without a single name lookup. */
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:0201, 192.0.2.1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0DB8::0001, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "fe80::1%eth0, fe80::1",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void address_inAnyForm_isWrittenInOne(String text, String canonical) {
        assertThat(Address.parse(text).orElseThrow()).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.-4",
                "1..3.4",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7::8",
                "::1.2.3",
                "1.2.3.4::",
                "::1:",
                ":1::",
                "[::1]",
                "\u0661.2.3.4"
            })
    void address_thatIsNone_isNone(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.9.9.9, true",
        "128.0.0.1, false",
        "::1, true",
        "::2, false",
        "1::1, false",
        "::7f00:1, false"
    })
    void loopback_isTold(String text, boolean loopback) {
        assertThat(Address.parse(text).orElseThrow().isLoopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77/24, 192.0.2.0/24, 192.0.2.255, 192.0.3.0",
        "10.0.0.0/8, 10.0.0.0/8, 10.255.255.255, 11.0.0.0",
        "0.0.0.0/0, 0.0.0.0/0, 198.51.100.1, 2001:db8::1",
        "192.0.2.4, 192.0.2.4, 192.0.2.4, 192.0.2.5",
        "192.0.2.4/31, 192.0.2.4/31, 192.0.2.5, 192.0.2.6",
        "2001:db8::5/32, 2001:db8::/32, 2001:db8:ffff::, 2001:db9::",
        "2001:db8::/65, 2001:db8::/65, 2001:db8::7fff:0:0:1, 2001:db8::8000:0:0:1",
        "::ffff:0:0/96, 0.0.0.0/0, 192.0.2.1, ::1:0:0:0",
        "::/0, ::/0, 2001:db8::1, 192.0.2.1",
        "::ffff:0:0/95, ::fffe:0:0/95, ::fffe:0:1, 192.0.2.1"
    })
    void range_holdsWhatBeginsAlike(String text, String canonical, String inside, String outside) {
        AddressRange range = AddressRange.parse(text).orElseThrow();
        assertThat(range).hasToString(canonical);
        assertThat(range.contains(Address.parse(inside).orElseThrow())).isTrue();
        assertThat(range.contains(Address.parse(outside).orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", "::/129", "::/1x", "/8", "1.2/8"})
    void range_thatIsNone_isNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @Test
    void range_ofOneAddress_isThatAddress() {
        assertThat(AddressRange.parse("2001:db8::1/128"))
                .isEqualTo(AddressRange.parse("2001:DB8::1"));
    }
}
