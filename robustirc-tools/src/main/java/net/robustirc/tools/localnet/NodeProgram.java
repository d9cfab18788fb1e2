package net.robustirc.tools.localnet;

import java.nio.file.Path;
import java.util.List;

/**
 * What the nodes of a localnet run.
 *
 * @param war unpacked
 * @param archiveOptions JVM options about the {@link ClassArchive}
 */
record NodeProgram(JettyCommand jetty, Path war, List<String> archiveOptions) {
    NodeProgram {
        archiveOptions = List.copyOf(archiveOptions);
    }
}
