package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanMaskTest {
    private static boolean matches(String mask, String nickUser, String address) {
        return BanMask.parse(mask)
                .orElseThrow()
                .matches(
                        CaseFolding.fold(nickUser),
                        List.of("robust/0x1", address),
                        Address.parse(address));
    }

    @ParameterizedTest
    @CsvSource({
        "n!u@h, n!u@h",
        "u@h, *!u@h",
        "n!u, n!u@*",
        "@h, *!*@h",
        "192.0.2.1, *!*@192.0.2.1",
        "192.0.2.77/24, *!*@192.0.2.0/24",
        "u@192.0.2.77/24, *!u@192.0.2.0/24",
        "2001:DB8::/32, *!*@2001:db8::/32",
        "n!u@2001:DB8:0::1, n!u@2001:db8::1",
        "*!*@Bad.Host, *!*@Bad.Host",
        "*!*@192.0.2.*, *!*@192.0.2.*"
    })
    void mask_hasOneForm(String typed, String mask) {
        assertThat(BanMask.parse(typed).orElseThrow()).hasToString(mask);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "192.0.2.1/33", "192.0.2.*", "a b@c", ":n!u@h"})
    void mask_thatIsNone_isNone(String typed) {
        assertThat(BanMask.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, x!y, 192.0.2.9, true",
        "192.0.2.0/24, x!y, 192.0.3.9, false",
        "192.0.2.0/24, x!y, 2001:db8::1, false",
        "*!y@192.0.2.0/24, x!Y, 192.0.2.9, true",
        "*!z@192.0.2.0/24, x!y, 192.0.2.9, false",
        "[A]!*@*, {a}!y, 192.0.2.9, true",
        "*!*@192.0.2.*, x!y, 192.0.2.9, true",
        "*!*@192.0.2, x!y, 192.0.2.9, false",
        "*!*@ROBUST/0X1, x!y, 192.0.2.9, true",
        "x!*@*, xx!y, 192.0.2.9, false"
    })
    void mask_meansWhomItSays(String mask, String nickUser, String address, boolean means) {
        assertThat(matches(mask, nickUser, address)).isEqualTo(means);
    }

    @Test
    void range_withoutAddress_meansNobody() {
        BanMask mask = BanMask.parse("0.0.0.0/0").orElseThrow();
        assertThat(mask.matches("x!y", List.of("robust/0x1"), Optional.empty())).isFalse();
    }

    /** As many steps as the mask is long times the text, not as there are ways to fit. */
    @Test
    void mask_ofStars_takesNoTimeToSpeakOf() {
        String mask = "*a".repeat(30) + "!*@*";
        assertThat(matches(mask, "a".repeat(100) + "b!y", "192.0.2.1")).isFalse();
    }

    /** RFC 5952 4.2.2: one zero group is written out, so this address gets longer by a byte. */
    @Test
    void whatIsKept_canBeReadAgain_alsoWhereItIsLongerThanTyped() {
        String host = "@1::2:3:4:5:6:7";
        String longest = "a".repeat(BanMask.MAX_BYTES - 1 - "!u".length() - host.length()) + "!u";
        BanMask kept = BanMask.parse(longest + host).orElseThrow();
        assertThat(kept.toString()).hasSize(BanMask.MAX_BYTES);
        assertThat(BanMask.parse(kept.toString()).map(BanMask::toString)).contains(kept.toString());
        assertThat(BanMask.parse("a" + longest + host)).isEmpty();
    }
}
