package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentedOutputLogTest {
    /** So small that nearly everything is read from disk, across many segments. */
    private static final OutputLimits TINY = new OutputLimits(3000, 600, 12, 4000, 6000);

    private static final int COUNT = 1500;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void read_fromRandomPositions_givesWhatTheModelGives(long seed) throws Exception {
        TestingTraffic traffic = new TestingTraffic(seed, 12);
        NaiveLog model = new NaiveLog();
        SegmentedOutputLog log = begin(directory, TINY, TestingTraffic.FIRST_ID - 1);
        for (Output output : traffic.outputs(COUNT)) {
            log.append(output);
            model.append(output);
        }
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            SessionId session = traffic.sessions().get(i % 12);
            MessageId after = position(random, traffic);
            assertThat(NaiveLog.read(log, session, after, 1 + random.nextInt(500)))
                    .isEqualTo(model.lines(session, after));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void restore_ofWhatWasSealedAtRandomIds_givesItAndGoesOn(long seed) throws Exception {
        TestingTraffic traffic = new TestingTraffic(seed, 12);
        NaiveLog model = new NaiveLog();
        List<Output> outputs = traffic.outputs(COUNT);
        Random random = new Random(seed);
        SegmentedOutputLog log = begin(directory.resolve("0"), TINY, TestingTraffic.FIRST_ID - 1);
        int next = 0;
        for (int round = 1; round <= 8; round++) {
            int until = Math.min(COUNT, next + random.nextInt(400));
            List<Path> files = log.seal();
            int sealed = next;
            for (; next < until; next++) {
                log.append(outputs.get(next));
                model.append(outputs.get(next));
                if (random.nextInt(100) == 0) {
                    files = log.seal();
                    sealed = next + 1;
                }
            }
            next = sealed;
            long cut = next == 0 ? TestingTraffic.FIRST_ID - 1 : outputs.get(next - 1).id();
            model.cut(cut);
            if (round % 2 == 0) {
                log.close();
                log = SegmentedOutputLog.open(directory.resolve("" + round), TINY);
            }
            log.restore(files, cut);
            assertThat(log.tail()).isEqualTo(cut);
            assertThat(log.floor()).isEqualTo(TestingTraffic.FIRST_ID - 1);
            for (SessionId session : traffic.sessions()) {
                MessageId after = position(random, traffic);
                assertThat(NaiveLog.read(log, session, after, 1000))
                        .isEqualTo(model.lines(session, after));
            }
        }
    }

    @Test
    void forEachAfter_acrossMemoryAndDisk_handsOverWhatSaysSomething() throws Exception {
        TestingTraffic traffic = new TestingTraffic(8, 12);
        SegmentedOutputLog log = begin(directory, TINY, TestingTraffic.FIRST_ID - 1);
        List<Long> expected = new ArrayList<>();
        for (Output output : traffic.outputs(COUNT)) {
            log.append(output);
            if (!output.lines().isEmpty() || !output.ended().isEmpty()) {
                expected.add(output.id());
            }
        }
        List<Long> seen = new ArrayList<>();
        long position = TestingTraffic.FIRST_ID - 1;
        while (position < log.tail()) {
            int stopAt = seen.size() + 100;
            position =
                    log.forEachAfter(
                            position,
                            output -> {
                                seen.add(output.id());
                                return seen.size() < stopAt;
                            });
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(position).isEqualTo(traffic.lastId());
    }

    @Test
    void read_belowFloor_saysGone() throws Exception {
        SegmentedOutputLog log = begin(directory, TINY, 100);
        SessionId session = new SessionId(5);
        assertThatThrownBy(() -> log.read(session, new MessageId(99, 1), 1000, (id, line) -> {}))
                .isInstanceOf(OutputGoneException.class);
        assertThatThrownBy(() -> log.forEachAfter(99, output -> true))
                .isInstanceOf(OutputGoneException.class);
    }

    @Test
    void read_aheadOfTail_staysWhereItIs() throws Exception {
        SegmentedOutputLog log = begin(directory, TINY, 100);
        MessageId ahead = new MessageId(200, 3);
        assertThat(log.read(new SessionId(5), ahead, 1000, (id, line) -> {})).isEqualTo(ahead);
    }

    private static SegmentedOutputLog begin(Path directory, OutputLimits limits, long lastId)
            throws IOException {
        SegmentedOutputLog log = SegmentedOutputLog.open(directory, limits);
        log.restore(List.of(), lastId);
        return log;
    }

    private static MessageId position(Random random, TestingTraffic traffic) {
        long range = traffic.lastId() - TestingTraffic.FIRST_ID;
        long id = TestingTraffic.FIRST_ID + (long) (random.nextDouble() * range);
        return new MessageId(id, random.nextInt(3));
    }
}
