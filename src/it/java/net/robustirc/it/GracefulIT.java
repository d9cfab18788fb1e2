package net.robustirc.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /** The bridge goes before the nodes and takes its users' sessions along. */
    @Test
    void nicks_afterStopAndStart_areFreeForTheirUsers() throws Exception {
        List<String> nicks = IntStream.range(0, 20).mapToObj(i -> "user" + i).toList();
        try (Localnet network = Localnet.start(dir.resolve("users"), 26_400)) {
            List<IrcClient> users = new ArrayList<>();
            for (String nick : nicks) {
                users.add(IrcClient.connect(nick, network.ircPort()));
            }
            network.stop();
            for (IrcClient user : users) {
                user.await(line -> line.startsWith("ERROR :Closing Link: "));
                user.close();
            }
            network.startAgain();
            for (String nick : nicks) {
                try (IrcClient user = IrcClient.connect(nick, network.ircPort())) {
                    assertThat(user.lines()).noneMatch(line -> line.contains(" 433 "));
                }
            }
        }
    }
}
