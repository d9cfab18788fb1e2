package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.security.TlsConf.CertificatesConf;
import org.apache.ratis.security.TlsConf.PrivateKeyConf;

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
                GrpcTlsConfig.newBuilder()
                        .setPrivateKey(new PrivateKeyConf(tls.key().toFile()))
                        .setKeyCertificates(new CertificatesConf(tls.certificate().toFile()))
                        .setTrustManager(PeerTrust.in(tls.ca()))
                        .setMutualTls(true)
                        .build());
        return parameters;
    }
}
