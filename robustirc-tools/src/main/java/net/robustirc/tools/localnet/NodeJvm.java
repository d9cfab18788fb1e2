package net.robustirc.tools.localnet;

import java.util.ArrayList;
import java.util.List;

/**
 * The JVM of each node: small, for several of them share a machine.
 *
 * @param heap maximum, as for {@code -Xmx}
 * @param further options, after ours
 */
record NodeJvm(String heap, List<String> further) {
    NodeJvm {
        further = List.copyOf(further);
    }

    List<String> options() {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-Xms32m",
                                "-Xmx" + heap,
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(further);
        return options;
    }
}
