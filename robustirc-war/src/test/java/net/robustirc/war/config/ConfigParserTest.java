package net.robustirc.war.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Map;
import net.robustirc.statemachine.config.IrcAccounts;
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

        assertThat(config.limits().sessionExpirationNanos())
                .isEqualTo(Duration.ofMinutes(30).toNanos());
        assertThat(config.limits().postMessageCooloffNanos())
                .isEqualTo(Duration.ofMillis(500).toNanos());
        assertThat(config.limits().maxSessions()).isZero();
        assertThat(config.limits().maxChannels()).isZero();
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

        assertThat(config.limits().sessionExpirationNanos())
                .isEqualTo(Duration.ofMinutes(10).toNanos());
        assertThat(config.limits().postMessageCooloffNanos()).isZero();
        assertThat(config.limits().maxSessions()).isEqualTo(7);
        assertThat(config.limits().maxChannels()).isEqualTo(8);
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
                "TrustedBridges = { \"a\" = 1 }|line 1: a value in TrustedBridges must be a string",
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

    /** The keys of the original (operations.md section 1), and ours. */
    private static final String ALL =
            """
            SessionExpiration = "10m0s"
            MaxChannelsPerUser = 20
            MaxListEntries = 30
            NetworkName = "Example-Net.2"
            MOTD = \"""
            Welcome!

            Be kind.
            \"""
            CaptchaURL = "https://captcha.example/"
            CaptchaHMACSecret = "000102030405060708090a0b0c0d0e0f"
            CaptchaRequiredForLogin = true
            CloakKey = "0123456789abcdef"
            CloakHosts = true
            [IRC]
            [[IRC.Operators]]
            Name = "alice"
            Password = "$2b$04$abcdefghijklmnopqrstuu0123456789012345678901234567890"
            [[IRC.Operators]]
            Name = "bob" # the second one
            Password = "sesame"
            Class = "helpers"
            [[IRC.OperatorClasses]]
            Name = "helpers"
            Privileges = ["kill", "wallops"]
            [[IRC.Services]]
            Password = "mypass"
            [Admin]
            Location = "Here"
            Organisation = "We"
            Email = "admin@example.net"
            [TrustedBridges]
            "hush" = "bridge"
            [Banned]
            "192.0.2.1" = "spam"
            "2001:db8::/32" = "spam"
            "*!*@*.example.net" = "spam"
            [WhitelistedOrigins]
            "https://chat.example" = true
            """;

    @Test
    void everyKey_isRead() throws ConfigException {
        NetworkConfig config = parser.parse(ALL).config();

        assertThat(config.limits().maxChannelsPerUser()).isEqualTo(20);
        assertThat(config.limits().maxListEntries()).isEqualTo(30);
        assertThat(config.networkName()).isEqualTo("Example-Net.2");
        assertThat(config.motd()).isEqualTo("Welcome!\n\nBe kind.\n");
        assertThat(config.captcha())
                .isEqualTo(
                        new NetworkConfig.Captcha(
                                "https://captcha.example/",
                                "000102030405060708090a0b0c0d0e0f",
                                true));
        assertThat(config.cloak()).isEqualTo(new NetworkConfig.Cloak("0123456789abcdef", true));
        assertThat(config.irc().operators())
                .extracting(IrcAccounts.Operator::name, IrcAccounts.Operator::operatorClass)
                .containsExactly(tuple("alice", ""), tuple("bob", "helpers"));
        assertThat(config.irc().classes())
                .containsExactly(new IrcAccounts.OperatorClass("helpers", 1 + 8));
        assertThat(config.irc().services()).containsExactly("mypass");
        assertThat(config.admin())
                .isEqualTo(new NetworkConfig.Admin("Here", "We", "admin@example.net"));
        assertThat(config.banned())
                .containsOnlyKeys("192.0.2.1", "2001:db8::/32", "*!*@*.example.net");
        assertThat(config.origins()).containsExactly(Map.entry("https://chat.example", true));
    }

    @Test
    void plainPasswords_areWarnedOf() throws ConfigException {
        assertThat(parser.parse(ALL).warnings())
                .containsExactly(
                        "the password of operator bob is not hashed;"
                                + " ./robustirc hash-password hashes one",
                        "a password of services is not hashed;"
                                + " ./robustirc hash-password hashes one");
    }

    /** Operations.md section 1: a file without it must not expire everybody. */
    @Test
    void sessionExpiration_missing_isTheDefault() throws ConfigException {
        assertThat(parser.parse("[IRC]\n").config()).isEqualTo(NetworkConfig.DEFAULT);
    }

    @Test
    void text_withSecretsOfAllKinds_keepsItsLayout_andStandsForTheSame() throws ConfigException {
        Parsed parsed = parser.parse(ALL);

        assertThat(parsed.text())
                .doesNotContain("$2b$", "sesame", "mypass", "hush", "0123456789abcdef", "0c0d0e")
                .contains("Name = \"bob\" # the second one", "Password = \"set-4\"");
        assertThat(new ConfigParser(parsed.config()).parse(parsed.text()).config())
                .isEqualTo(parsed.config());
    }

    @Test
    void text_writtenAnew_saysTheSame() throws ConfigException {
        NetworkConfig config = parser.parse(ALL).config();

        String text = ConfigText.of(config);

        assertThat(new ConfigParser(config).parse(text).config()).isEqualTo(config);
        assertThat(text).doesNotContain("sesame", "mypass", "hush");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaxChannelsPerUser = 0|line 2: MaxChannelsPerUser must be a whole number from 1",
                "MaxListEntries = 1001|line 2: MaxListEntries must be a whole number from 1 to"
                        + " 1000",
                "NetworkName = \"Example Net\"|line 2: NetworkName must be at most 50 letters",
                "NetworkName = \"a=b\"|line 2: NetworkName must be at most 50 letters",
                "MOTD = 1|line 2: MOTD must be a string",
                "CaptchaURL = \"captcha.example\"|line 2: CaptchaURL must be an address",
                "CaptchaURL = \"http://a b/\"|line 2: CaptchaURL is no address",
                "CaptchaURL = \"https://[::1\"|line 2: CaptchaURL is no address",
                "CaptchaURL = \"ftp://a/\"|line 2: CaptchaURL must be an address",
                "CaptchaHMACSecret = \"xyz\"|line 2: CaptchaHMACSecret must be hex digits",
                "CaptchaRequiredForLogin = true|line 2: CaptchaRequiredForLogin needs CaptchaURL",
                "CaptchaRequiredForLogin = 1|line 2: CaptchaRequiredForLogin must be true or false",
                "CloakHosts = true|line 2: CloakHosts needs CloakKey",
                "CloakKey = \"short\"|line 2: CloakKey must have at least 16",
                "IRC = 1|line 2: IRC must be a table",
                "IRC.Operator = 1|line 2: Operator is not a key of IRC; did you mean Operators?",
                "IRC.Operators = 1|line 2: IRC.Operators must be an array",
                "IRC.Operators = [1]|line 2: IRC.Operators must be a table",
                "IRC.Operators = [{ Name = \"a\" }]|line 2: IRC.Operators has no Password",
                "[[IRC.Operators]]|line 2: IRC.Operators has no Name",
                "IRC.Operators = [{}]|line 2: IRC.Operators has no Name",
                "IRC.Operators = [{ Nam = \"a\" }]|line 2: Nam is not a key of IRC.Operators; did",
                "IRC.Operators = [{ Name = \"\" }]|line 2: IRC.Operators.Name must not be empty",
                "IRC.Operators = [{ Name = \"a b\" }]|line 2: IRC.Operators.Name must not contain",
                "IRC.Operators = [{ Name = \"a\", Password = \"p\", Class = \"c\" }]|names no"
                        + " class",
                "IRC.Services = [{ Password = 1 }]|line 2: IRC.Services.Password must be a string",
                "IRC.OperatorClasses = [{ Name = \"a\", Privileges = [\"kil\"] }]|mean kill?",
                "IRC.Services = [{ Password = \"$2b$04$short\" }]|is no bcrypt hash",
                "IRC.Services = [{ Password = \"$argon2i$x\" }]|is no argon2id hash",
                "Admin = { Location = \"a\\nb\" }|line 2: Admin.Location must be one line",
                "Admin = { Adress = \"a\" }|line 2: Adress is not a key of Admin",
                "Banned = { \"192.0.2.1\" = 1 }|line 2: a value in Banned must be a string",
                "Banned = { \"192.0.2.0/33\" = \"x\" }|line 2: 192.0.2.0/33 is no address, range"
                        + " or",
                "WhitelistedOrigins = { \"a\" = 1 }|line 2: a value in WhitelistedOrigins must be"
            })
    void whatIsWrongInAnyKey_isNamedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> parser.parse("\n" + text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a="})
    void whatIsNestedWithoutEnd_isRefused(String level) throws ConfigException {
        assertThatThrownBy(() -> parser.parse("x=" + level.repeat(20_000)))
                .isInstanceOf(ConfigException.class);
        assertThat(parser.parse("MaxSessions = 7").config().limits().maxSessions()).isEqualTo(7);
    }

    @Test
    void key_inTwoCases_isRefused() {
        assertThatThrownBy(() -> parser.parse("maxsessions = 1\nMaxSessions = 2"))
                .hasMessageContaining("is there twice");
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
