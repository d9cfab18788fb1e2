package net.robustirc.tools.localnet;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.robustirc.tools.ToolException;

/** The built project that this program belongs to. */
record Installation(Path root) {
    /** From {@code robustirc.root}, which the launcher sets, or from where this class lies. */
    static Installation find() {
        String set = System.getProperty("robustirc.root", "");
        return new Installation(set.isEmpty() ? aboveThisClass() : Path.of(set));
    }

    private static Path aboveThisClass() {
        try {
            Path place =
                    Path.of(
                            Installation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            // ROOT/robustirc-tools/target/robustirc-tools.jar, or .../target/classes
            return place.getParent().getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path jettyHome() {
        return present(root.resolve("jetty-base/target/jetty-home"));
    }

    Path jettyBase() {
        return present(root.resolve("jetty-base"));
    }

    Path war() {
        return present(root.resolve("robustirc-war/target/robustirc.war"));
    }

    Path bridge() {
        return present(root.resolve("robustirc-bridge/target/robustirc-bridge.jar"));
    }

    /** May be missing: the launcher has it made. */
    ClassArchive classArchive() {
        return new ClassArchive(root.resolve("jetty-base/target/node.jsa"));
    }

    private static Path present(Path path) {
        if (!Files.exists(path)) {
            throw new ToolException(path + " is missing: build first (mvn package).");
        }
        return path;
    }
}
