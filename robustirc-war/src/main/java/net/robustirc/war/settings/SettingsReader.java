package net.robustirc.war.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import net.robustirc.consensus.ConsensusSettings;
import net.robustirc.consensus.ConsensusSettings.PeerTls;
import net.robustirc.consensus.ConsensusSettings.SnapshotPolicy;

/** Turns given settings into the typed records, checking each. */
public final class SettingsReader {
    private static final int HIGHEST_PORT = 65_535;

    private final GivenSettings given;
    private final String version;

    /**
     * @param version of the software, announced to the other nodes
     */
    public SettingsReader(GivenSettings given, String version) {
        this.given = given;
        this.version = version;
    }

    /**
     * Reads everything.
     *
     * @throws SettingsException naming the setting that is missing or wrong
     */
    public NodeSettings read() {
        return new NodeSettings(
                new NetworkSettings(networkName(), password()),
                consensus(),
                createRate(),
                flag(Setting.PROCESS_EXIT));
    }

    private ConsensusSettings consensus() {
        return new ConsensusSettings(
                networkName(),
                path(Setting.DATA_DIR),
                address(Setting.PUBLIC_ADDRESS, given.value(Setting.PUBLIC_ADDRESS)),
                raftBind(),
                new PeerTls(
                        file(Setting.RAFT_TLS_KEY),
                        file(Setting.RAFT_TLS_CERTIFICATE),
                        file(Setting.RAFT_TLS_CA)),
                version,
                new SnapshotPolicy(
                        positive(Setting.SNAPSHOT_COMMANDS), positive(Setting.SNAPSHOT_BYTES)));
    }

    /** The name stands in every line as a server name: no blanks, and within the limits of one. */
    private String networkName() {
        String name = given.value(Setting.NETWORK_NAME);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,62}")) {
            throw wrong(
                    Setting.NETWORK_NAME, "must be letters, digits, dots and hyphens, at most 63");
        }
        return name;
    }

    private String password() {
        String direct = given.value(Setting.NETWORK_PASSWORD);
        String file = given.value(Setting.NETWORK_PASSWORD_FILE);
        if (direct.isEmpty() == file.isEmpty()) {
            throw new SettingsException(
                    "Give either "
                            + Setting.NETWORK_PASSWORD.key()
                            + " or "
                            + Setting.NETWORK_PASSWORD_FILE.key()
                            + (direct.isEmpty() ? "" : ", not both"));
        }
        return file.isEmpty() ? direct : firstLine(path(Setting.NETWORK_PASSWORD_FILE));
    }

    private static String firstLine(Path file) {
        try {
            String line =
                    Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (line.isBlank()) {
                throw wrong(Setting.NETWORK_PASSWORD_FILE, "names a file without a password");
            }
            return line.strip();
        } catch (IOException e) {
            throw wrong(Setting.NETWORK_PASSWORD_FILE, "cannot be read: " + e.getMessage());
        }
    }

    private Optional<String> raftBind() {
        String bind = given.value(Setting.RAFT_BIND);
        return bind.isEmpty() ? Optional.empty() : Optional.of(address(Setting.RAFT_BIND, bind));
    }

    private Path path(Setting setting) {
        try {
            return Path.of(given.value(setting)).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw wrong(setting, "is not a path: " + e.getReason());
        }
    }

    private Path file(Setting setting) {
        Path file = path(setting);
        if (!Files.isReadable(file)) {
            throw wrong(setting, "names a file that cannot be read: " + file);
        }
        return file;
    }

    private static String address(Setting setting, String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(colon, 0));
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty()
                || !host.chars().allMatch(c -> c > ' ' && c != '/')
                || (host.indexOf(':') >= 0 && !bracketed)
                || !port(text.substring(colon + 1))) {
            throw wrong(setting, "must be host:port, not " + text);
        }
        return text;
    }

    private static boolean port(String text) {
        return text.matches("[0-9]{1,5}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    private long positive(Setting setting) {
        String text = given.value(setting);
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) == 0) {
            throw wrong(setting, "must be a whole number above 0, not " + text);
        }
        return Long.parseLong(text);
    }

    private int createRate() {
        String text = given.value(Setting.CREATE_RATE);
        if (!text.matches("[0-9]{1,6}")) {
            throw wrong(Setting.CREATE_RATE, "must be a whole number below a million, not " + text);
        }
        return Integer.parseInt(text);
    }

    private boolean flag(Setting setting) {
        String text = given.value(setting);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(setting, "must be true or false, not " + text);
        }
        return text.equals("true");
    }

    private static SettingsException wrong(Setting setting, String what) {
        return new SettingsException("The setting " + setting.key() + " " + what);
    }
}
