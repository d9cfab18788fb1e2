package net.robustirc.war.resource;

import static net.robustirc.war.testing.Refused.assertThatRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import net.robustirc.war.testing.Reply;
import org.junit.jupiter.api.Test;

/** A session that posts too fast is held back by PostMessageCooloff at most: design D16. */
class PostPaceTest extends PostFixture {
    private static final int AT_ONCE = 40;

    private List<Reply> postsAtOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<CompletableFuture<Reply>> replies =
                    Stream.generate(() -> CompletableFuture.supplyAsync(this::ping, threads))
                            .limit(AT_ONCE)
                            .toList();
            return replies.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Reply ping() {
        return session.post("PING x");
    }

    /** Never a 4xx, which would end the session in every known client. */
    @Test
    void postsAtOnce_areRefusedWith503BeyondWhatTheCooloffHolds() {
        List<Reply> replies = postsAtOnce();

        assertThat(replies).extracting(Reply::status).containsOnly(200, 503);
        List<Reply> refused = replies.stream().filter(reply -> reply.status() == 503).toList();
        assertThat(refused).hasSizeGreaterThan(AT_ONCE / 2);
        assertThatRefused(refused.get(0), 503);
        assertThat(refused.get(0).body()).isEqualTo("This session posts too fast: one at a time\n");
    }

    @Test
    void postsOneAfterTheOther_areNeverRefused() {
        for (int i = 0; i < 11; i++) {
            assertThat(ping().status()).isEqualTo(200);
        }
    }

    /** Each stream tells a new address, and soon waits for the cooloff to do so. */
    @Test
    void streamsFromManyAddresses_doNotKeepPostsOut() {
        for (int i = 1; i <= 20; i++) {
            http.stream(
                            session.path() + "/messages?lastseen=0.0",
                            session.auth(),
                            "Test-Peer: 192.0.2." + i)
                    .close();
        }

        assertThat(ping().status()).isEqualTo(200);
    }
}
