package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers follow a writer that does not wait for them, over the border of memory and disk. */
final class ConcurrentReadingTest {
    private static final OutputLimits SMALL = new OutputLimits(20_000, 2000, 40, 8000, 8000);
    private static final int COUNT = 20_000;
    private static final long FLOOR = TestingTraffic.FIRST_ID - 1;

    @TempDir Path directory;

    @Test
    void readers_whileWritingAndSealing_seeEveryLineOnceInOrder() throws Exception {
        TestingTraffic traffic = new TestingTraffic(77, 8);
        NaiveLog model = new NaiveLog();
        List<Output> outputs = traffic.outputs(COUNT);
        outputs.forEach(model::append);
        SegmentedOutputLog log = SegmentedOutputLog.open(directory, SMALL);
        log.restore(List.of(), FLOOR);

        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<List<String>>> bySession = new ArrayList<>();
            for (SessionId session : traffic.sessions()) {
                bySession.add(threads.submit(() -> follow(log, session, traffic.lastId())));
            }
            Future<List<Long>> walk = threads.submit(() -> walk(log, traffic.lastId()));
            for (int i = 0; i < COUNT; i++) {
                log.append(outputs.get(i));
                if (i % 1000 == 0) {
                    log.seal();
                }
            }
            MessageId start = new MessageId(FLOOR, Integer.MAX_VALUE);
            for (int i = 0; i < bySession.size(); i++) {
                assertThat(bySession.get(i).get(30, TimeUnit.SECONDS))
                        .isEqualTo(model.lines(traffic.sessions().get(i), start));
            }
            assertThat(walk.get(30, TimeUnit.SECONDS))
                    .isEqualTo(
                            outputs.stream()
                                    .filter(o -> !o.lines().isEmpty() || !o.ended().isEmpty())
                                    .map(Output::id)
                                    .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void readers_whileAnotherSnapshotIsInstalled_goOnFromTheirOwnId() throws Exception {
        TestingTraffic traffic = new TestingTraffic(78, 8);
        List<Output> outputs = traffic.outputs(COUNT);
        NaiveLog model = new NaiveLog();
        outputs.forEach(model::append);
        SegmentedOutputLog leader =
                SegmentedOutputLog.open(directory.resolve("leader"), OutputLimits.DEFAULT);
        leader.restore(List.of(), FLOOR);
        outputs.subList(0, COUNT - 100).forEach(leader::append);
        SegmentedOutputLog log = SegmentedOutputLog.open(directory.resolve("follower"), SMALL);
        log.restore(List.of(), FLOOR);

        SessionId session = traffic.sessions().get(0);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<List<String>> lines =
                    threads.submit(() -> follow(log, session, traffic.lastId()));
            outputs.subList(0, COUNT / 3).forEach(log::append);
            log.restore(leader.seal(), leader.tail());
            outputs.subList(COUNT - 100, COUNT).forEach(log::append);
            assertThat(lines.get(30, TimeUnit.SECONDS))
                    .isEqualTo(model.lines(session, new MessageId(FLOOR, Integer.MAX_VALUE)));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> follow(SegmentedOutputLog log, SessionId session, long lastId)
            throws Exception {
        List<String> lines = new ArrayList<>();
        MessageId position = new MessageId(FLOOR, Integer.MAX_VALUE);
        MessageId end = new MessageId(lastId, Integer.MAX_VALUE);
        while (position.compareTo(end) < 0 && !Thread.interrupted()) {
            position =
                    log.read(
                            session,
                            position,
                            300,
                            (id, line) -> lines.add(id + "." + line.reply() + " " + line.text()));
        }
        return lines;
    }

    private static List<Long> walk(SegmentedOutputLog log, long lastId) throws Exception {
        List<Long> ids = new ArrayList<>();
        long position = FLOOR;
        while (position < lastId && !Thread.interrupted()) {
            position =
                    log.forEachAfter(
                            position,
                            output -> {
                                ids.add(output.id());
                                return ids.size() % 7 != 0;
                            });
        }
        return ids;
    }
}
