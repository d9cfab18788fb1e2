package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.peer.Frame;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.server.RaftServer;
import org.junit.jupiter.api.Test;

/** Appends that come while another one is not done yet. */
class PeerDoorTest {
    private static final int HEARTBEAT = 0;

    private final List<Integer> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstBegun = new CountDownLatch(1);
    private final CompletableFuture<Void> firstDone = new CompletableFuture<>();
    private final PeerDoor door = new PeerDoor(server(), Membership.groupOf("irc.example"));

    @Test
    void retryThatBringsMore_isNotBegun_untilTheFirstIsDone() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> append(1));
        assertThat(firstBegun.await(30, TimeUnit.SECONDS)).isTrue();

        append(HEARTBEAT);
        assertThatIOException().isThrownBy(() -> ask(2)).withMessageContaining("PT2S");
        assertThat(begun).containsExactly(1, HEARTBEAT);
        firstDone.complete(null);
        first.get(30, TimeUnit.SECONDS);
        append(2);

        assertThat(begun).containsExactly(1, HEARTBEAT, 2);
    }

    @Test
    void appendThatFails_doesNotHoldUpTheNext() {
        firstDone.completeExceptionally(new IOException("disk"));
        assertThatIOException().isThrownBy(() -> ask(1)).withMessage("disk");

        append(2);

        assertThat(begun).containsExactly(1, 2);
    }

    private void append(int entries) {
        try {
            ask(entries);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void ask(int entries) throws IOException {
        AppendEntriesRequestProto.Builder request = AppendEntriesRequestProto.newBuilder();
        for (int i = 0; i < entries; i++) {
            request.addEntries(LogEntryProto.newBuilder().setIndex(7 + i));
        }
        door.answer(new Frame(Question.APPEND.code(), request.build().toByteArray()));
    }

    /** Can append only; one entry takes until the test says that it is done. */
    private RaftServer server() {
        return (RaftServer)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {RaftServer.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("appendEntries");
                            return take((AppendEntriesRequestProto) arguments[0]);
                        });
    }

    private AppendEntriesReplyProto take(AppendEntriesRequestProto request) throws IOException {
        begun.add(request.getEntriesCount());
        if (request.getEntriesCount() == 1) {
            firstBegun.countDown();
            try {
                firstDone.join();
            } catch (CompletionException e) {
                throw new IOException(e.getCause().getMessage(), e);
            }
        }
        return AppendEntriesReplyProto.getDefaultInstance();
    }
}
