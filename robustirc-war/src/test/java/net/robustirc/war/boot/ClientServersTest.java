package net.robustirc.war.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.robustirc.consensus.NodeStatus;
import net.robustirc.consensus.NodeStatus.Peer;
import net.robustirc.consensus.NodeStatus.Role;
import org.junit.jupiter.api.Test;

/** Servers in pings: robustsession-client.md rule 23. */
class ClientServersTest {
    private static NodeStatus status(Optional<String> leader, Peer... peers) {
        return new NodeStatus(
                Role.FOLLOWER,
                "id",
                leader,
                1,
                1,
                1,
                Duration.ZERO,
                false,
                Optional.empty(),
                List.of(peers));
    }

    private static Peer peer(String publicAddress) {
        return new Peer("id", "127.0.0.1:1", publicAddress, "");
    }

    @Test
    void theLeader_comesFirst() {
        NodeStatus status = status(Optional.of("b:1"), peer("a:1"), peer("b:1"), peer("c:1"));

        assertThat(ClientServers.of(status, "c:1")).containsExactly("b:1", "a:1", "c:1");
    }

    @Test
    void aPeerThatHasNotSaidItsAddress_isLeftOut() {
        NodeStatus status = status(Optional.empty(), peer(""), peer("b:1"));

        assertThat(ClientServers.of(status, "b:1")).containsExactly("b:1");
    }

    @Test
    void theList_isNeverEmpty() {
        assertThat(ClientServers.of(status(Optional.empty(), peer("")), "own:1"))
                .containsExactly("own:1");
    }
}
