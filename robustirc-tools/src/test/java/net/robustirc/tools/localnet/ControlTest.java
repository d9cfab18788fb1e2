package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.robustirc.tools.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlTest {
    @TempDir private Path directory;
    private final List<String> restarted = new CopyOnWriteArrayList<>();

    @Test
    void order_isCarriedOutBeforeTheAnswer() throws Exception {
        Layout layout = new Layout(directory);
        try (ControlServer server = ControlServer.open(layout.control(), restarted::add)) {
            assertThat(server).isNotNull();
            ControlClient.restart(layout, "2");
            assertThat(restarted).containsExactly("2");
        }
    }

    @Test
    void order_thatFails_isAnsweredWithTheSentence() throws Exception {
        Layout layout = new Layout(directory);
        ControlServer.Orders orders =
                node -> {
                    throw new ToolException("There is no node 9.");
                };
        try (ControlServer server = ControlServer.open(layout.control(), orders)) {
            assertThat(server).isNotNull();
            assertThatThrownBy(() -> ControlClient.restart(layout, "9"))
                    .isInstanceOf(ToolException.class)
                    .hasMessage("There is no node 9.");
        }
    }

    @Test
    void order_withoutTheToken_isRefused() throws Exception {
        Layout layout = new Layout(directory);
        try (ControlServer server = ControlServer.open(layout.control(), restarted::add)) {
            assertThat(server).isNotNull();
            String port = Files.readString(layout.control()).split(" ")[0];
            Files.writeString(layout.control(), port + " guess\n");
            assertThatThrownBy(() -> ControlClient.restart(layout, "1"))
                    .hasMessage("not an order of this localnet");
        }
        assertThat(restarted).isEmpty();
    }

    @Test
    void order_withNobodyThere_isExplained() {
        assertThatThrownBy(() -> ControlClient.restart(new Layout(directory), "1"))
                .isInstanceOf(ToolException.class)
                .hasMessage("No localnet runs in " + directory + ".");
    }
}
