package net.robustirc.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything stopped in good order and started again: readers go on where they left off. */
class GracefulIT {
    @TempDir static Path dir;

    @Test
    void resume_acrossGracefulRestartOfAllNodes_getsEveryLineOfTheWindow() throws Exception {
        try (Localnet network = Localnet.start(dir, 26_400)) {
            ResumeAcross.check(
                    NodeApi.of(network),
                    network,
                    () -> {
                        network.stop();
                        network.startAgain();
                    });
        }
    }
}
