package net.robustirc.war.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that come, go and are slow, while sessions join, part and talk: each line exactly once.
 */
final class DeliveryModelTest {
    private static final int SESSIONS = 12;
    private static final int CHANNELS = 4;
    private static final int COMMANDS = 6000;
    private static final String LAST = "the last line";

    @TempDir Path directory;

    private final List<MemberSet<String>> channels = new ArrayList<>();
    private final List<List<String>> expected = new ArrayList<>();
    private final Random random = new Random(4711);

    @Test
    void clients_thatComeAndGo_getEveryLineOnceInOrder() throws Exception {
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(MemberSet.empty(i));
        }
        ExecutorService threads = Executors.newCachedThreadPool();
        try (TestingNode node = new TestingNode(directory, Duration.ofSeconds(1), 2)) {
            List<Future<List<String>>> received = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                expected.add(new ArrayList<>());
                int client = i;
                received.add(threads.submit(() -> receive(node, client)));
            }
            for (int i = 0; i < COMMANDS; i++) {
                command(node);
                if (i % 100 == 0) {
                    node.log.seal();
                }
            }
            for (int i = 0; i < SESSIONS; i++) {
                append(node, List.of(new OutputLine(1, new Recipients.One(session(i)), LAST)));
            }
            for (int i = 0; i < SESSIONS; i++) {
                assertThat(received.get(i).get(60, TimeUnit.SECONDS))
                        .as("session %d", i)
                        .isEqualTo(expected.get(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static SessionId session(int number) {
        return new SessionId(TestingNode.FIRST_ID + number);
    }

    private void command(TestingNode node) throws IOException {
        SessionId who = session(random.nextInt(SESSIONS));
        int channel = random.nextInt(CHANNELS);
        MemberSet<String> members = channels.get(channel);
        List<OutputLine> lines = new ArrayList<>();
        switch (random.nextInt(8)) {
            case 0 -> {
                channels.set(channel, members.with(who, ""));
                line(lines, new Recipients.Members(channels.get(channel)));
                line(lines, new Recipients.One(who));
            }
            case 1 -> {
                line(lines, new Recipients.Members(members));
                channels.set(channel, members.without(who));
            }
            case 2 -> {
                List<Recipients> parts = new ArrayList<>();
                channels.forEach(set -> parts.add(new Recipients.Members(set)));
                parts.add(new Recipients.One(who));
                line(lines, new Recipients.Union(parts));
            }
            default -> line(lines, new Recipients.MembersBut(members, who));
        }
        append(node, lines);
    }

    private void line(List<OutputLine> lines, Recipients recipients) {
        String text = "x".repeat(random.nextInt(300));
        lines.add(new OutputLine(lines.size() + 1, recipients, text));
    }

    private void append(TestingNode node, List<OutputLine> lines) {
        long id = node.append(lines, List.of());
        for (OutputLine line : lines) {
            for (int i = 0; i < SESSIONS; i++) {
                if (line.recipients().includes(session(i))) {
                    expected.get(i).add(id + "." + line.reply() + " " + line.text());
                }
            }
        }
    }

    /** Reads until the last line, on connections of random lives and with small buffers. */
    private static List<String> receive(TestingNode node, int number) throws IOException {
        Random random = new Random(number);
        List<String> lines = new ArrayList<>();
        MessageId seen = MessageId.START;
        while (true) {
            int life = 1 + random.nextInt(400);
            try (TestingClient client =
                    new TestingClient(node.port(), session(number), seen, 4096)) {
                for (int i = 0; i < life; i++) {
                    String object = client.nextLine();
                    seen = TestingClient.id(object);
                    lines.add(seen + " " + TestingClient.data(object));
                    if (TestingClient.data(object).equals(LAST)) {
                        return lines;
                    }
                }
            }
        }
    }
}
