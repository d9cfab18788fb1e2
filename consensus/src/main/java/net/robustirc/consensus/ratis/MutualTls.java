package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;

/** Peers believe only peers: Ratis has no other authentication (design D15). */
final class MutualTls {
    private MutualTls() {}

    static Parameters parameters(PeerTls tls) throws IOException {
        for (Path file : List.of(tls.key(), tls.certificate(), tls.ca())) {
            if (!Files.isReadable(file)) {
                throw new IOException("cannot read " + file + ", needed for TLS between peers");
            }
        }
        Parameters parameters = new Parameters();
        GrpcConfigKeys.TLS.setConf(
                parameters,
                new GrpcTlsConfig(
                        tls.key().toFile(), tls.certificate().toFile(), tls.ca().toFile(), true));
        return parameters;
    }
}
