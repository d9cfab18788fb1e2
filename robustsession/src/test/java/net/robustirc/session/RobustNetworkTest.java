package net.robustirc.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.robustirc.session.server.ServerAddress;
import net.robustirc.session.server.ServerPool;
import net.robustirc.session.testing.FakeNetwork;
import net.robustirc.session.testing.RecordingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class RobustNetworkTest {
    @TempDir private Path directory;

    @Test
    void fixedList_isTrimmedAndMayHaveOneEntry() {
        try (RobustNetwork network = RobustNetwork.connect(NetworkOptions.of(" a:1 "))) {
            assertThat(network.servers()).containsExactly(new ServerAddress("a", 1));
        }
        try (RobustNetwork network = RobustNetwork.connect(NetworkOptions.of("a:1, b:2,,a:1,"))) {
            assertThat(network.servers())
                    .containsExactly(new ServerAddress("a", 1), new ServerAddress("b", 2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no network given",
                "' , ,'|the list of servers is empty",
                "a:1,b|the server \"b\" is not of the form host:port",
                "robustirc.net|DNS is not possible yet"
            })
    void unusableList_isRefusedWithASentence(String list, String sentence) {
        NetworkOptions options = NetworkOptions.of(list);
        assertThatThrownBy(() -> RobustNetwork.connect(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void missingCaFile_isRefusedAtOnce() {
        Path file = directory.resolve("none.pem");
        NetworkOptions options = NetworkOptions.of("a:1").withCaFile(file);
        assertThatThrownBy(() -> RobustNetwork.connect(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the CA file " + file + " cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "-----BEGIN CERTIFICATE-----\nAA\n"})
    void caFileWithoutCertificate_isRefusedAtOnce(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), content);
        NetworkOptions options = NetworkOptions.of("a:1").withCaFile(file);
        assertThatThrownBy(() -> RobustNetwork.connect(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the CA file " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nX-Evil: 1", "f\u00fcr"})
    void valueThatDoesNotFitAHeader_isRefused(String value) {
        assertThatThrownBy(() -> NetworkOptions.of("a:1").withUserAgent(value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionOptions.DEFAULT.withForwardedFor(value))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionOptions.DEFAULT.withBridgeAuth(value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** RFC 9110 4.3.4: a certificate for another name, or from an unknown authority, is none. */
    @ParameterizedTest
    @CsvSource({
        "true,No subject alternative DNS name matching localhost found",
        "false,unable to find valid certification path"
    })
    void serverWithoutAFitCertificate_isNotTrustedAndSaysWhy(boolean ownCa, String reason)
            throws IOException {
        Duration second = Duration.ofSeconds(1);
        Timeouts quick =
                new Timeouts(
                        second, second, second, second, second, second, second, second, second,
                        second, second, second);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(ServerPool.class);
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
        try (FakeNetwork fake = FakeNetwork.start(0)) {
            fake.addServer("other.test");
            NetworkOptions options = NetworkOptions.of(fake.addresses()).withTimeouts(quick);
            if (ownCa) {
                options = options.withCaFile(fake.caFile(directory));
            }
            try (RobustNetwork network = RobustNetwork.connect(options)) {
                assertThat(network.createSession(SessionOptions.DEFAULT, new RecordingListener()))
                        .failsWithin(Duration.ofSeconds(20));
            }
            assertThat(fake.sessions()).isEmpty();
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(List.copyOf(log.list))
                .anySatisfy(event -> assertThat(event.getFormattedMessage()).contains(reason));
    }

    @Test
    void closedNetwork_createsNothing() {
        RobustNetwork network = RobustNetwork.connect(NetworkOptions.of("localhost:1"));
        var pending = network.createSession(SessionOptions.DEFAULT, new RecordingListener());
        network.close();
        assertThat(pending).failsWithin(Duration.ofSeconds(2));
        assertThat(network.createSession(SessionOptions.DEFAULT, new RecordingListener()))
                .failsWithin(Duration.ofSeconds(2));
    }
}
