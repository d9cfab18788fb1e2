package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is said of peers whose certificates are no good. */
class PeerTrustTest {
    @TempDir private Path directory;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private List<String> said() {
        synchronized (log) {
            return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    @Test
    void certificateOfAnotherName_isNamedOnce() throws Exception {
        PeerTls good = TestingTls.create(directory, "good");
        PeerTls other = TestingTls.create(directory, "other", "dns:elsewhere.example");
        Path authorities = directory.resolve("ca.pem");
        Files.writeString(authorities, Files.readString(good.ca()) + Files.readString(other.ca()));
        Logger logger = (Logger) LoggerFactory.getLogger(PeerTrust.class);
        log.start();
        logger.addAppender(log);
        TestingCluster cluster = TestingCluster.format(directory, 2, SnapshotPolicy.DEFAULT);
        List<RatisConsensus> nodes = new ArrayList<>();
        try {
            nodes.add(start(cluster.settings(0), good, authorities));
            nodes.add(start(cluster.settings(1), other, authorities));
            TestingCluster.await().until(() -> !said().isEmpty());
            TestingCluster.await().during(Duration.ofSeconds(3)).until(() -> said().size() == 1);
            assertThat(said().get(0))
                    .startsWith("the certificate of the node at 127.0.0.1:2")
                    .contains(" is not accepted: No subject alternative names matching IP");
        } finally {
            nodes.forEach(RatisConsensus::close);
            logger.detachAppender(log);
        }
    }

    @Test
    void fileWithoutCertificates_isRefused_namingTheFile() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "\n");
        assertThatIOException()
                .isThrownBy(() -> PeerTrust.in(empty))
                .withMessageContaining(empty.toString());
        Path nonsense = Files.writeString(directory.resolve("nonsense.pem"), "no certificate\n");
        assertThatIOException()
                .isThrownBy(() -> PeerTrust.in(nonsense))
                .withMessageContaining(nonsense.toString());
    }

    private static RatisConsensus start(ConsensusSettings settings, PeerTls tls, Path authorities)
            throws IOException {
        return RatisConsensus.start(
                new ConsensusSettings(
                        settings.networkName(),
                        settings.dataDirectory(),
                        settings.publicAddress(),
                        Optional.empty(),
                        new PeerTls(tls.key(), tls.certificate(), authorities),
                        settings.version(),
                        settings.snapshots()),
                code -> {});
    }
}
