package net.robustirc.war.resource;

import static net.robustirc.war.testing.HttpClient.credentials;
import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import net.robustirc.statemachine.entry.Command.CreateSession;
import net.robustirc.war.testing.HttpClient;
import net.robustirc.war.testing.Reply;
import net.robustirc.war.testing.TestingNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creation is limited for each TCP peer, at the node that is asked: ours.md sections 1 and 4. */
class CreateRateTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String FAR = "Test-Peer: 192.0.2.7";
    private static final int MANY = 250;

    private final TestingNode node = TestingNode.start();
    private final HttpClient http = node.http();

    @AfterEach
    void stop() {
        node.close();
    }

    private Reply create(String... headers) {
        return http.send("POST", "/robustirc/v1/session", "", headers);
    }

    /** Creates sessions; the first refusal, or the last answer. */
    private Reply createMany(String... headers) {
        Reply reply = create(headers);
        for (int i = 1; i < MANY && reply.status() == 200; i++) {
            reply = create(headers);
        }
        return reply;
    }

    private void trustABridge() {
        String config = "[TrustedBridges]\n\"" + SECRET + "\" = \"bridge\"\n";
        Reply reply =
                http.send(
                        "POST",
                        "/config",
                        config,
                        credentials(TestingNode.PASSWORD),
                        "X-RobustIRC-Config-Revision: 0");
        assertThat(reply.status()).isEqualTo(200);
    }

    private long proposed() {
        return node.consensus().submitted().stream()
                .filter(CreateSession.class::isInstance)
                .count();
    }

    @Test
    void tooManyFromOneAddress_are429WithRetryAfter_andNotProposed() {
        Reply refused = createMany(FAR);

        assertThatRefused(refused, 429);
        assertThat(refused.body())
                .isEqualTo("Too many sessions were created from this address, please wait\n");
        assertThat(refused.header("retry-after")).contains("1");
        assertThat(proposed()).isBetween(200L, (long) MANY - 1);
        assertThat(create("Test-Peer: 192.0.2.8").status()).isEqualTo(200);
    }

    @Test
    void aRefusal_ofARequestWithABody_closesTheConnection() {
        createMany(FAR);

        Reply refused =
                http.raw(
                        "POST /robustirc/v1/session",
                        FAR + "\r\nTransfer-Encoding: chunked\r\n",
                        new byte[0]);

        assertThatRefused(refused, 429);
        assertThat(refused.header("connection")).contains("close");
    }

    @Test
    void thisMachine_isNotLimited() {
        assertThat(createMany().status()).isEqualTo(200);
    }

    @Test
    void aTrustedBridge_isNotLimited_withOrWithoutItsUsersAddress() {
        trustABridge();
        String secret = "X-Bridge-Auth: " + SECRET;

        assertThat(createMany(FAR, secret).status()).isEqualTo(200);
        assertThat(createMany(FAR, secret, "X-Forwarded-For: 198.51.100.1:9").status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownBridge_isLimited_whateverAddressItNames() {
        trustABridge();

        Reply refused = createMany(FAR, "X-Bridge-Auth: guess", "X-Forwarded-For: 198.51.100.1:9");

        assertThatRefused(refused, 429);
    }
}
