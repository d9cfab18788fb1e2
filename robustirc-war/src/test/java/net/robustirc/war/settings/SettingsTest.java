package net.robustirc.war.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings: design D17. */
class SettingsTest {
    @TempDir private Path folder;

    private final Map<String, String> given = new TreeMap<>();

    @BeforeEach
    void enough() throws IOException {
        Path pem = Files.createFile(folder.resolve("any.pem"));
        given.put("robustirc.network.name", "robustirc.example");
        given.put("robustirc.network.password", "hush");
        given.put("robustirc.data.dir", folder.toString());
        given.put("robustirc.public.address", "node1.example:60667");
        given.put("robustirc.raft.tls.key", pem.toString());
        given.put("robustirc.raft.tls.certificate", pem.toString());
        given.put("robustirc.raft.tls.ca", pem.toString());
    }

    private NodeSettings read() {
        return read(given, Map.of());
    }

    private NodeSettings read(Map<String, String> properties, Map<String, String> environment) {
        GivenSettings all = GivenSettings.collect(Map.of(), properties, environment);
        return new SettingsReader(all, "1.2.3").read();
    }

    /** The names are an interface: a change breaks every installation. */
    @Test
    void namesAreFixed() {
        assertThat(Setting.values())
                .extracting(Setting::key)
                .containsExactly(
                        "robustirc.network.name",
                        "robustirc.network.password",
                        "robustirc.network.password.file",
                        "robustirc.data.dir",
                        "robustirc.public.address",
                        "robustirc.raft.bind",
                        "robustirc.raft.tls.key",
                        "robustirc.raft.tls.certificate",
                        "robustirc.raft.tls.ca",
                        "robustirc.snapshot.commands",
                        "robustirc.snapshot.bytes",
                        "robustirc.create.rate",
                        "robustirc.process.exit");
        assertThat(Setting.RAFT_TLS_KEY.variable()).isEqualTo("ROBUSTIRC_RAFT_TLS_KEY");
    }

    @Test
    void defaultsAreFixed() {
        NodeSettings settings = read();

        assertThat(settings.consensus().raftBindAddress()).isEmpty();
        assertThat(settings.consensus().snapshots())
                .isEqualTo(new SnapshotPolicy(100_000, 33_554_432));
        assertThat(settings.createRate()).isEqualTo(5);
        assertThat(settings.processExit()).isFalse();
    }

    @Test
    void valuesArrive() {
        given.put("robustirc.raft.bind", "127.0.0.1:60668");
        given.put("robustirc.snapshot.commands", "5");
        given.put("robustirc.snapshot.bytes", "6");
        given.put("robustirc.create.rate", "0");
        given.put("robustirc.process.exit", "true");

        NodeSettings settings = read();

        assertThat(settings.network()).isEqualTo(new NetworkSettings("robustirc.example", "hush"));
        assertThat(settings.consensus().networkName()).isEqualTo("robustirc.example");
        assertThat(settings.consensus().dataDirectory()).isEqualTo(folder);
        assertThat(settings.consensus().publicAddress()).isEqualTo("node1.example:60667");
        assertThat(settings.consensus().raftBindAddress()).contains("127.0.0.1:60668");
        assertThat(settings.consensus().tls().ca()).isEqualTo(folder.resolve("any.pem"));
        assertThat(settings.consensus().version()).isEqualTo("1.2.3");
        assertThat(settings.consensus().snapshots()).isEqualTo(new SnapshotPolicy(5, 6));
        assertThat(settings.createRate()).isZero();
        assertThat(settings.processExit()).isTrue();
    }

    @Test
    void theNearerPlaceWins() {
        Map<String, String> initParameters = new TreeMap<>(given);
        initParameters.put("robustirc.snapshot.commands", "1");
        GivenSettings all =
                GivenSettings.collect(
                        initParameters,
                        Map.of("robustirc.network.name", "from.property"),
                        Map.of(
                                "ROBUSTIRC_NETWORK_NAME", "from.environment",
                                "ROBUSTIRC_PUBLIC_ADDRESS", "environment.example:1"));

        NodeSettings settings = new SettingsReader(all, "1").read();

        assertThat(settings.network().name()).isEqualTo("from.property");
        assertThat(settings.consensus().publicAddress()).isEqualTo("environment.example:1");
        assertThat(settings.consensus().snapshots().commands()).isEqualTo(1);
    }

    /** As a line {@code -Drobustirc.network.password=} of start.d gives it. */
    @Test
    void anEmptyValue_doesNotHideTheNextPlaces() {
        given.put("robustirc.network.password", "");
        given.put("robustirc.snapshot.commands", " ");

        NodeSettings settings = read(given, Map.of("ROBUSTIRC_NETWORK_PASSWORD", "from outside"));

        assertThat(settings.network().password()).isEqualTo("from outside");
        assertThat(settings.consensus().snapshots().commands()).isEqualTo(100_000);
        assertThat(GivenSettings.collect(Map.of(), given, Map.of()).lines())
                .contains("robustirc.network.password = (not set)");
    }

    /** The start may fail because of the others. */
    @Test
    void aSingleSetting_isFoundInTheSameOrder_whateverElseIsWrong() {
        Map<String, String> initParameters = Map.of("robustirc.process.exit", "init");
        Map<String, String> environment =
                Map.of("ROBUSTIRC_PROCESS_EXIT", "environment", "ROBUSTIRC_NONSENSE", "x");
        Map<String, String> properties = Map.of("robustirc.process.exit", "property");
        Map<String, String> empty = Map.of("robustirc.process.exit", "");

        assertThat(single(initParameters, properties, environment)).contains("property");
        assertThat(single(initParameters, empty, environment)).contains("environment");
        assertThat(single(initParameters, empty, Map.of())).contains("init");
        assertThat(single(Map.of(), empty, Map.of())).isEmpty();
    }

    private static Optional<String> single(
            Map<String, String> initParameters,
            Map<String, String> properties,
            Map<String, String> environment) {
        return GivenSettings.single(Setting.PROCESS_EXIT, initParameters, properties, environment);
    }

    @ParameterizedTest
    @CsvSource({
        "robustirc.netwrok.name,robustirc.network.name",
        "robustirc.datadir,robustirc.data.dir",
        "robustirc.raft.tls.certifcate,robustirc.raft.tls.certificate"
    })
    void anUnknownProperty_isFatalWithAHint(String name, String meant) {
        given.put(name, "x");

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("did you mean " + meant + "?");
    }

    @Test
    void anUnknownVariable_isFatalWithAHint() {
        assertThatThrownBy(() -> read(given, Map.of("ROBUSTIRC_DATADIR", "x")))
                .hasMessageContaining("ROBUSTIRC_DATADIR")
                .hasMessageContaining("did you mean ROBUSTIRC_DATA_DIR?");
    }

    @Test
    void aNameLikeNoOther_isFatalWithoutAHint() {
        given.put("robustirc.zzzzzzzzzzzzzzzz", "x");

        assertThatThrownBy(this::read).hasMessageNotContaining("did you mean");
    }

    @Test
    void othersNames_areLeftAlone() {
        given.put("jetty.home", "x");
        given.put("user.name", "x");

        assertThat(read(given, Map.of("PATH", "x")).network().name()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "robustirc.network.name",
                "robustirc.data.dir",
                "robustirc.public.address",
                "robustirc.raft.tls.key",
                "robustirc.raft.tls.certificate",
                "robustirc.raft.tls.ca"
            })
    void aMissingSetting_isNamed(String name) {
        given.remove(name);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "robustirc.network.name,two words",
        "robustirc.network.name,:colon",
        "robustirc.public.address,nohost",
        "robustirc.public.address,:60667",
        "robustirc.public.address,host:0",
        "robustirc.public.address,host:65536",
        "robustirc.public.address,host:port",
        "robustirc.public.address,::1:60667",
        "robustirc.public.address,https://host:1",
        "robustirc.raft.bind,60668",
        "robustirc.raft.tls.ca,/there/is/no/such/file",
        "robustirc.snapshot.commands,0",
        "robustirc.snapshot.commands,many",
        "robustirc.snapshot.bytes,-1",
        "robustirc.create.rate,-1",
        "robustirc.create.rate,1000000",
        "robustirc.create.rate,fast",
        "robustirc.process.exit,yes"
    })
    void aWrongValue_isNamed(String name, String value) {
        given.put(name, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(name);
    }

    @Test
    void anIpv6Address_isTakenInBrackets() {
        given.put("robustirc.public.address", "[2001:db8::1]:60667");

        assertThat(read().consensus().publicAddress()).isEqualTo("[2001:db8::1]:60667");
    }

    @Test
    void thePassword_mayStandInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "sesame\n");
        given.remove("robustirc.network.password");
        given.put("robustirc.network.password.file", file.toString());

        assertThat(read().network().password()).isEqualTo("sesame");
    }

    @Test
    void noPasswordOrTwo_isRefused() {
        given.put("robustirc.network.password.file", "/x");
        assertThatThrownBy(this::read).hasMessageContaining("not both");

        given.remove("robustirc.network.password.file");
        given.remove("robustirc.network.password");
        assertThatThrownBy(this::read).hasMessageContaining("robustirc.network.password");
    }

    @Test
    void printedLines_maskSecrets() {
        List<String> lines = GivenSettings.collect(Map.of(), given, Map.of()).lines();

        assertThat(lines)
                .contains("robustirc.network.password = (set) from system property")
                .contains("robustirc.snapshot.commands = 100000")
                .noneMatch(line -> line.contains("hush"));
        assertThat(read().toString()).doesNotContain("hush");
    }
}
