package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nicks and channel names: ours.md section 3, irc-commands.md 1.3. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "Z", "[", "]", "\\", "^", "_", "`", "{", "|", "}", "a-9", "x1"})
    void nick_allowed(String text) {
        assertThat(Nick.parse(text)).map(Nick::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1a", "-a", "a b", "a!b", "a@b", "a.b", "~a", "é", "aé", "@a", "a:"})
    void nick_refused(String text) {
        assertThat(Nick.parse(text)).isEmpty();
    }

    @Test
    void nick_length_upTo31() {
        assertThat(Nick.parse("x".repeat(31))).isPresent();
        assertThat(Nick.parse("x".repeat(32))).isEmpty();
    }

    @Test
    void nick_otherCase_equalAndSameOrder() {
        Nick one = Nick.parse("Foo[1]").orElseThrow();
        Nick other = Nick.parse("fOO{1}").orElseThrow();
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isEqualByComparingTo(other);
        assertThat(one.toString()).isEqualTo("Foo[1]");
    }

    @Test
    void nick_endingInServ_isReserved() {
        assertThat(Nick.parse("NickSERV").orElseThrow().reserved()).isTrue();
        assertThat(Nick.parse("serve").orElseThrow().reserved()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#a", "##", "#ü", "#日本", "#a.b!c@d", "#\u0001"})
    void channel_allowed(String text) {
        assertThat(ChannelName.parse(text)).map(ChannelName::toString).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "&a", "#a b", "#a,b", "#a:b", "#\u0007", "#\r", "#\n", "#\0"})
    void channel_refused(String text) {
        assertThat(ChannelName.parse(text)).isEmpty();
    }

    @Test
    void channel_length_in64Bytes() {
        assertThat(ChannelName.parse("#" + "x".repeat(63))).isPresent();
        assertThat(ChannelName.parse("#" + "x".repeat(64))).isEmpty();
        assertThat(ChannelName.parse("#" + "日".repeat(21))).isPresent();
        assertThat(ChannelName.parse("#" + "日".repeat(22))).isEmpty();
    }

    @Test
    void channel_otherCase_equal() {
        ChannelName one = ChannelName.parse("#A[Ä").orElseThrow();
        assertThat(ChannelName.parse("#a{Ä")).contains(one);
        assertThat(ChannelName.parse("#a{ä")).isPresent().get().isNotEqualTo(one);
    }
}
