package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands 1001, 1002, ... at idle clock 1, 2, ...; a block holds ten, a segment three blocks. */
final class RetentionTest {
    private static final OutputLimits LIMITS = new OutputLimits(500, 1000, 10, 0, 0);
    private static final SessionId SESSION = new SessionId(7);

    @TempDir Path directory;

    private SegmentedOutputLog log;

    @BeforeEach
    void open() throws IOException {
        log = SegmentedOutputLog.open(directory, LIMITS);
        log.restore(List.of(), 1000);
    }

    private void say(int from, int to) {
        OutputLine line = new OutputLine(1, new Recipients.One(SESSION), "line");
        for (int i = from; i <= to; i++) {
            log.append(new Output(1000 + i, i, List.of(line), List.of()));
        }
    }

    private void silence(int from, int to) {
        for (int i = from; i <= to; i++) {
            log.append(new Output(1000 + i, i, List.of(), List.of()));
        }
    }

    private long fileBytes() throws IOException {
        long bytes = 0;
        for (Path file : log.seal()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    @Test
    void retain_dropsWholeSegmentsThatAreOlder() throws Exception {
        say(1, 300);
        List<Path> before = log.seal();
        log.retain(101);
        List<Path> after = log.seal();
        assertThat(after)
                .isNotEmpty()
                .isEqualTo(before.subList(before.size() - after.size(), before.size()));
        assertThat(before.subList(0, before.size() - after.size()))
                .isNotEmpty()
                .noneMatch(Files::exists);
        assertThat(after).allMatch(Files::exists);
        assertThat(log.floor()).isGreaterThan(1000).isLessThanOrEqualTo(1100);
        long floor = log.floor();
        assertThat(NaiveLog.read(log, SESSION, new MessageId(floor, Integer.MAX_VALUE), 99))
                .hasSize((int) (1300 - floor))
                .first()
                .isEqualTo((floor + 1) + ".1 line");
        assertThatThrownBy(() -> log.forEachAfter(floor - 1, output -> true))
                .isInstanceOf(OutputGoneException.class);
    }

    @Test
    void networkFloor_isTheNewestBlockThatIsOlder_neverMore() throws IOException {
        say(1, 300);
        log.retain(1);
        assertThat(log.networkFloor()).isZero();
        log.retain(95);
        assertThat(log.networkFloor()).isBetween(1084L, 1094L);
        assertThat(log.floor()).isLessThanOrEqualTo(log.networkFloor());
        log.retain(10);
        assertThat(log.networkFloor()).isBetween(1084L, 1094L);
    }

    @Test
    void networkFloor_passesTheFloorOfANodeThatBeganWithoutSegments() throws IOException {
        say(1, 5);
        log.retain(1);
        assertThat(log.networkFloor()).isLessThan(1000);
        log.retain(2);
        // All before command 1001 is older than that.
        assertThat(log.networkFloor()).isEqualTo(1000);
    }

    @Test
    void retain_neverDropsWhatIsBeingWritten() throws Exception {
        say(1, 5);
        log.retain(Long.MAX_VALUE);
        assertThat(NaiveLog.read(log, SESSION, new MessageId(1000, Integer.MAX_VALUE), 99))
                .hasSize(5);
    }

    @Test
    void networkFloor_isTheSameAfterARestart() throws IOException {
        say(1, 300);
        log.retain(200);
        long networkFloor = log.networkFloor();
        List<Path> files = log.seal();
        log.restore(files, log.tail());
        log.retain(200);
        assertThat(log.networkFloor()).isEqualTo(networkFloor);
    }

    @Test
    void silence_movesTheTailAndCostsNothing() throws Exception {
        say(1, 1);
        long bytes = fileBytes();
        silence(2, 5000);
        assertThat(log.tail()).isEqualTo(6000);
        // A segment's beginning and one block without outputs.
        assertThat(fileBytes()).isEqualTo(bytes + 8 + 56);
        log.restore(log.seal(), 6000);
        assertThat(log.tail()).isEqualTo(6000);
        say(5001, 5001);
        assertThat(NaiveLog.read(log, SESSION, new MessageId(1001, 1), 99))
                .containsExactly("6001.1 line");
    }
}
