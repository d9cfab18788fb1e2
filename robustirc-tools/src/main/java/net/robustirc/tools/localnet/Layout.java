package net.robustirc.tools.localnet;

import java.nio.file.Path;
import java.util.Map;

/** Where things are in a localnet's directory. Nodes count from 1. */
record Layout(Path directory) {
    Layout {
        directory = directory.toAbsolutePath().normalize();
    }

    /** {@code robustirc/localnet} where the user's data belong. */
    static Path standard(Map<String, String> environment, Path home) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base = data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
        return base.resolve("robustirc").resolve("localnet");
    }

    /** Held while a localnet runs here. */
    Path lock() {
        return directory.resolve("lock");
    }

    Path network() {
        return directory.resolve("network.json");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    /** For tools and tests. */
    Path report() {
        return directory.resolve("localnet.json");
    }

    /** Port and token of the running localnet. */
    Path control() {
        return directory.resolve("control");
    }

    Path processes() {
        return directory.resolve("processes");
    }

    Path tls() {
        return directory.resolve("tls");
    }

    Path node(int number) {
        return directory.resolve("node" + number);
    }

    Path data(int number) {
        return node(number).resolve("data");
    }

    Path nodeTls(int number) {
        return node(number).resolve("tls");
    }

    Path programs() {
        return directory.resolve("programs");
    }

    Path bridge() {
        return directory.resolve("bridge");
    }
}
