package net.robustirc.consensus.storage;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import net.robustirc.consensus.storage.DataDirectory.BootstrapPeer;

/** {@code node.properties}: who this directory belongs to. Written once, never changed. */
record NodeFile(int schema, String networkName, String peerId, List<BootstrapPeer> peers) {
    private static final String NAME = "node.properties";
    private static final String SCHEMA_KEY = "schema";
    private static final String NETWORK_KEY = "network";
    private static final String PEER_KEY = "peer";
    private static final String BOOTSTRAP_KEY = "bootstrap.";

    NodeFile {
        peers = List.copyOf(peers);
    }

    void write(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(SCHEMA_KEY + "=" + schema);
        lines.add(NETWORK_KEY + "=" + plain(networkName));
        lines.add(PEER_KEY + "=" + plain(peerId));
        for (BootstrapPeer peer : peers) {
            lines.add(BOOTSTRAP_KEY + plain(peer.peerId()) + "=" + plain(peer.raftAddress()));
        }
        Path unfinished = directory.resolve(NAME + ".new");
        Files.write(unfinished, lines);
        OwnerOnly.restrictFile(unfinished);
        DirectoryTree.syncFile(unfinished);
        Files.move(unfinished, directory.resolve(NAME));
        DirectoryTree.sync(directory);
    }

    static NodeFile read(Path directory) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve(NAME))) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "data directory " + directory + " is not formatted: it has no " + NAME, e);
        } catch (IllegalArgumentException e) {
            throw damaged(directory, e);
        }
        checkSchema(directory, properties.getProperty(SCHEMA_KEY, ""));
        List<BootstrapPeer> peers = peers(properties);
        String network = properties.getProperty(NETWORK_KEY, "");
        String peerId = properties.getProperty(PEER_KEY, "");
        if (network.isEmpty() || peers.stream().noneMatch(peer -> peer.peerId().equals(peerId))) {
            throw damaged(directory, null);
        }
        return new NodeFile(DataDirectory.SCHEMA, network, peerId, peers);
    }

    private static void checkSchema(Path directory, String schema) throws IOException {
        if (!schema.equals(Integer.toString(DataDirectory.SCHEMA))) {
            throw new IOException(
                    "data directory "
                            + directory
                            + " has the schema "
                            + (schema.isEmpty() ? "(none)" : schema)
                            + ", this version knows only "
                            + DataDirectory.SCHEMA);
        }
    }

    private static List<BootstrapPeer> peers(Properties properties) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(BOOTSTRAP_KEY))
                .sorted()
                .map(
                        key ->
                                new BootstrapPeer(
                                        key.substring(BOOTSTRAP_KEY.length()),
                                        properties.getProperty(key)))
                .toList();
    }

    private static IOException damaged(Path directory, Exception cause) {
        return new IOException("data directory " + directory + " has a damaged " + NAME, cause);
    }

    /** Names and addresses need no escaping in a properties file, or are refused. */
    private static String plain(String value) {
        boolean plain =
                !value.isEmpty()
                        && value.chars()
                                .allMatch(c -> c > ' ' && c < 127 && "=\\#!".indexOf(c) < 0);
        if (!plain) {
            throw new IllegalArgumentException("not a name or an address: '" + value + "'");
        }
        return value;
    }
}
