package net.robustirc.bridge.setup;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.robustirc.bridge.irc.NoticeFormat;
import picocli.CommandLine.Option;

/** The flags, with the names and spellings of the original bridge. */
public final class BridgeFlags {
    @Option(
            names = {"-network", "--network"},
            paramLabel = "SERVERS",
            description = "The network's servers, host:port joined by commas.")
    private String network = "";

    @Option(
            names = {"-listen", "--listen"},
            paramLabel = "ADDRESSES",
            description =
                    "Where IRC clients connect, host:port joined by commas (default: localhost:6667).")
    private String listen = "localhost:6667";

    @Option(
            names = {"-tls_ca_file", "--tls_ca_file"},
            paramLabel = "FILE",
            description =
                    "PEM file of the only authorities trusted for the network (default: the system's).")
    private String caFile = "";

    @Option(
            names = {"-motd_path", "--motd_path"},
            paramLabel = "FILE",
            description = "Text put before the network's message of the day (default: none).")
    private String motdFile = "";

    @Option(
            names = {"-bridge_auth", "--bridge_auth"},
            paramLabel = "FILE",
            description =
                    "Lines network:secret; lets the network see the clients' own addresses (default: none).")
    private String authFile = "";

    @Option(
            names = {"-unavailable_message_format", "--unavailable_message_format"},
            paramLabel = "FORMAT",
            description =
                    "Notices to users when the network is out of reach; %%s is the text, empty is none (default: %%s).")
    private String noticeFormat = "%s";

    @Option(
            names = {"-ignore_server_list_updates", "--ignore_server_list_updates"},
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOLEAN",
            description = "Keep to the servers of -network, whatever these say themselves.")
    private boolean ignoreServerListUpdates;

    @Option(
            names = {"-shutdown_timeout", "--shutdown_timeout"},
            paramLabel = "DURATION",
            description = "How long to take leave of the network at the end (default: 1s).")
    private String shutdownTimeout = "1s";

    @Option(
            names = {"-socks", "--socks"},
            hidden = true)
    private String socks = "";

    @Option(
            names = {"-tls_cert_path", "--tls_cert_path"},
            hidden = true)
    private String certificate = "";

    @Option(
            names = {"-tls_key_path", "--tls_key_path"},
            hidden = true)
    private String key = "";

    @Option(
            names = {"-http", "--http"},
            hidden = true)
    private String http = "";

    @Option(
            names = {"-use_unix_socket", "--use_unix_socket"},
            hidden = true,
            arity = "0..1",
            fallbackValue = "true")
    private boolean unixSocket;

    /**
     * Reads the files that the flags name and checks everything.
     *
     * @throws SetupException with a sentence for the operator
     */
    public BridgeSettings settings() {
        refuseWhatIsNotThereYet();
        if (network.isBlank()) {
            throw new SetupException(
                    "-network is missing: name the network's servers as host:port,host:port.");
        }
        List<InetSocketAddress> addresses = ListenAddresses.parse("-listen", listen);
        return new BridgeSettings(
                network,
                addresses,
                file(caFile),
                file(motdFile).map(MotdFile::read).orElse(List.of()),
                file(authFile).map(path -> SecretFile.read(path, network)),
                new NoticeFormat(noticeFormat),
                ignoreServerListUpdates,
                GoDuration.parse("-shutdown_timeout", shutdownTimeout));
    }

    private void refuseWhatIsNotThereYet() {
        refuse("-socks", "SOCKS", socks);
        refuse("-tls_cert_path", "TLS towards IRC clients", certificate);
        refuse("-tls_key_path", "TLS towards IRC clients", key);
        refuse("-http", "The debug page", http);
        refuse("-use_unix_socket", "Listening on unix sockets", unixSocket ? "true" : "");
    }

    private static void refuse(String flag, String feature, String value) {
        if (!value.isEmpty()) {
            throw new SetupException(
                    feature + " is not supported yet: leave " + flag + " away or empty.");
        }
    }

    private static Optional<Path> file(String path) {
        return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
