package net.robustirc.war.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Issue 2, line 7: a port that is taken stops the start with one clear sentence. */
class ContainerPortTest {
    @Test
    void port_thatIsTaken_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> ContainerPort.check("127.0.0.1", port))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "The HTTPS port " + port + " (jetty.ssl.port) cannot be listened on: ");
            assertThatThrownBy(() -> ContainerPort.check("", port))
                    .hasMessageContaining(String.valueOf(port));
        }
    }

    @Test
    void port_thatIsFree_staysFree() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = once.getLocalPort();
        }

        ContainerPort.check("127.0.0.1", port);
        assertThatCode(() -> ContainerPort.check("127.0.0.1", port)).doesNotThrowAnyException();
    }

    @Test
    void host_thatIsUnknown_isTold() {
        assertThatThrownBy(() -> ContainerPort.check("no.such.host.invalid", 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jetty.ssl.port");
    }
}
