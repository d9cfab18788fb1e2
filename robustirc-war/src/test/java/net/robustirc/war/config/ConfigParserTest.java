package net.robustirc.war.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.war.config.ConfigParser.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network configuration: operations.md section 1, ours.md section 4. */
class ConfigParserTest {
    private final ConfigParser parser = new ConfigParser(NetworkConfig.DEFAULT);

    @Test
    void missingKeys_takeTheDefaults() throws ConfigException {
        NetworkConfig config = parser.parse("").config();

        assertThat(config.sessionExpirationNanos()).isEqualTo(Duration.ofMinutes(30).toNanos());
        assertThat(config.postMessageCooloffNanos()).isEqualTo(Duration.ofMillis(500).toNanos());
        assertThat(config.maxSessions()).isZero();
        assertThat(config.maxChannels()).isZero();
        assertThat(config.trustedBridges()).isEmpty();
    }

    @Test
    void allKeys_areRead() throws ConfigException {
        NetworkConfig config =
                parser.parse(
                                """
                                SessionExpiration = "10m0s"
                                PostMessageCooloff = "0"
                                MaxSessions = 7
                                MaxChannels = 8
                                [TrustedBridges]
                                "secret" = "bridge"
                                """)
                        .config();

        assertThat(config.sessionExpirationNanos()).isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(config.postMessageCooloffNanos()).isZero();
        assertThat(config.maxSessions()).isEqualTo(7);
        assertThat(config.maxChannels()).isEqualTo(8);
        assertThat(config.trustedBridges()).containsExactly(Map.entry("secret", "bridge"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SessionExpiration = \"59s\"|line 1: SessionExpiration must be from 1m0s",
                "SessionExpiration = \"9999h\"|line 1: SessionExpiration must be from 1m0s",
                "SessionExpiration = \"ten\"|line 1: SessionExpiration must be a duration",
                "SessionExpiration = 600|line 1: SessionExpiration must be a string",
                "PostMessageCooloff = \"11s\"|line 1: PostMessageCooloff must be from 0s to 5s",
                "MaxSessions = -1|line 1: MaxSessions must be a whole number",
                "MaxSessions = \"7\"|line 1: MaxSessions must be a whole number",
                "MaxChannels = 1.5|line 1: MaxChannels must be a whole number",
                "TrustedBridges = 1|line 1: TrustedBridges must be a table",
                "TrustedBridges = { \"\" = \"x\" }|line 1: a secret in TrustedBridges must not be",
                "TrustedBridges = { \"a\" = 1 }|line 1: a name in TrustedBridges must be a string",
                "TrustedBridges = { \"set-1\" = \"x\" }|line 1: set-1 stands for no secret",
                "Unheard = 1|line 1: Unheard is not a key",
                "SessionExpirations = \"1h\"|did you mean SessionExpiration?",
                "= nonsense|line 1"
            })
    void whatIsWrong_isNamedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> parser.parse(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CaptchaURL = \"http://x\"",
                "CaptchaHMACSecret = \"00\"",
                "CaptchaRequiredForLogin = true",
                "[IRC]",
                "[Banned]",
                "[WhitelistedOrigins]"
            })
    void keysOfTheOriginalThatAreYetToCome_areRefusedAsSuch(String text) {
        assertThatThrownBy(() -> parser.parse("\n" + text))
                .hasMessageMatching("line 2: \\w+ is not supported by this version yet");
    }

    @Test
    void text_withoutSecrets_isKeptAsItIs() throws ConfigException {
        String text = "# a comment\n\nMaxSessions = 7 # another\n";

        assertThat(parser.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[TrustedBridges]\n\"hush\" = \"one\"\n",
                "[TrustedBridges]\nhush = \"one\"\n",
                "[TrustedBridges]\n'hush' = 'one' # hush\n",
                "[TrustedBridges]\n\"h\\u0075sh\" = \"one\"\n",
                "TrustedBridges = { \"hush\" = \"one\" }\n",
                "TrustedBridges.hush = \"one\"\n",
                "# hush\n[TrustedBridges]\n\"hush\" = \"one\"\n"
            })
    void secrets_areMaskedHoweverTheyAreWritten(String text) throws ConfigException {
        Parsed parsed = parser.parse("MaxSessions = 3\n" + text);

        assertThat(parsed.config().trustedBridges()).containsOnlyKeys("hush");
        assertThat(parsed.text())
                .doesNotContain("hush")
                .contains("\"set-1\" = \"one\"")
                .contains("MaxSessions = 3");
    }

    @Test
    void masks_standForTheSecretsOfTheConfigurationInForce() throws ConfigException {
        NetworkConfig current =
                parser.parse("[TrustedBridges]\nb = \"two\"\na = \"one\"\n").config();

        Parsed parsed =
                new ConfigParser(current)
                        .parse("[TrustedBridges]\n\"set-2\" = \"renamed\"\n\"aa\" = \"new\"\n");

        assertThat(parsed.config().trustedBridges())
                .containsExactly(Map.entry("aa", "new"), Map.entry("b", "renamed"));
        assertThat(parsed.text())
                .isEqualTo("[TrustedBridges]\n\"set-2\" = \"renamed\"\n\"set-1\" = \"new\"\n");
    }
}
