package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentDamageTest {
    private static final long FLOOR = TestingTraffic.FIRST_ID - 1;

    /** Nothing stays in memory or in the cache. */
    private static final OutputLimits DISK = new OutputLimits(4000, 500, 10, 0, 0);

    @TempDir Path directory;

    private final TestingTraffic traffic = new TestingTraffic(21, 10);

    private SegmentedOutputLog log(int outputs) throws IOException {
        SegmentedOutputLog log = SegmentedOutputLog.open(directory.resolve("live"), DISK);
        log.restore(List.of(), FLOOR);
        traffic.outputs(outputs).forEach(log::append);
        return log;
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);
    }

    @Test
    void scan_ofAnyFlippedByte_namesFileAndReason() throws IOException {
        Path segment = log(15).seal().get(0);
        byte[] whole = Files.readAllBytes(segment);
        Path damaged = directory.resolve("damaged");
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x20;
            Files.write(damaged, bytes);
            assertThatThrownBy(() -> SegmentFile.scan(damaged))
                    .as("byte %d of %d", at, whole.length)
                    .isInstanceOf(DamagedSegmentException.class)
                    .hasMessageContaining(damaged.toString());
        }
    }

    @Test
    void restore_ofATruncatedFile_isRefusedAndChangesNothing() throws Exception {
        SegmentedOutputLog log = log(300);
        List<Path> files = log.seal();
        long tail = log.tail();
        Path last = files.get(files.size() - 1);
        byte[] whole = Files.readAllBytes(last);
        Path cut = directory.resolve("cut");
        List<Path> damaged = new ArrayList<>(files.subList(0, files.size() - 1));
        damaged.add(cut);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> log.restore(damaged, tail)).isInstanceOf(IOException.class);
        }
        assertThat(log.tail()).isEqualTo(tail);
        SessionId session = traffic.sessions().get(0);
        assertThat(NaiveLog.read(log, session, new MessageId(FLOOR, Integer.MAX_VALUE), 1000))
                .isNotEmpty();
        assertThat(log.seal()).isEqualTo(files).allMatch(Files::exists);
    }

    @Test
    void restore_thatLeavesDamageOut_goesOnAboveIt() throws Exception {
        SegmentedOutputLog log = log(300);
        List<Path> files = log.seal();
        long tail = log.tail();
        SessionId session = traffic.sessions().get(0);
        long sound = SegmentFile.scan(files.get(2)).get(0).header().base();
        flip(files.get(1), 100);
        log.restore(files, tail, Damage.LEAVE_OUT);
        long floor = log.floor();
        assertThat(floor).isEqualTo(sound);
        assertThat(log.tail()).isEqualTo(tail);
        assertThat(log.forEachAfter(floor, output -> true)).isEqualTo(tail);
        assertThatThrownBy(() -> log.forEachAfter(floor - 1, output -> true))
                .isInstanceOf(OutputGoneException.class);
        traffic.outputs(50).forEach(log::append);
        assertThat(NaiveLog.read(log, session, new MessageId(tail, Integer.MAX_VALUE), 1000))
                .isNotEmpty();
        log.restore(log.seal(), log.tail());
    }

    @Test
    void restore_thatLeavesOutTheNewestSegment_hasNothingLeft() throws Exception {
        SegmentedOutputLog log = log(300);
        List<Path> files = log.seal();
        long tail = log.tail();
        flip(files.get(files.size() - 1), 3);
        log.restore(files, tail, Damage.LEAVE_OUT);
        assertThat(log.floor()).isEqualTo(tail);
        assertThat(log.tail()).isEqualTo(tail);
    }

    @Test
    void restore_withoutTheNewestSegment_hasNothingLeft() throws Exception {
        SegmentedOutputLog log = log(300);
        List<Path> files = log.seal();
        long tail = log.tail();
        log.restore(files.subList(0, files.size() - 1), tail, Damage.LEAVE_OUT);
        assertThat(log.floor()).isEqualTo(tail);
        assertThat(log.tail()).isEqualTo(tail);
    }

    @Test
    void restore_withAFileMissingInBetween_isRefused() throws IOException {
        SegmentedOutputLog log = log(300);
        List<Path> files = log.seal();
        assertThat(files).hasSizeGreaterThan(2);
        List<Path> gap = List.of(files.get(0), files.get(2));
        assertThatThrownBy(() -> log.restore(gap, log.tail()))
                .isInstanceOf(DamagedSegmentException.class)
                .hasMessageContaining("begins above id");
    }

    @Test
    void restore_ofFilesThatEndBeforeTheSnapshot_isRefused() throws IOException {
        SegmentedOutputLog log = log(100);
        List<Path> files = log.seal();
        assertThatThrownBy(() -> log.restore(files, log.tail() + 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("end at id");
    }

    @Test
    void read_ofABlockDamagedMeanwhile_isGoneAndTheFloorRises() throws Exception {
        SegmentedOutputLog log = log(400);
        List<Path> files = log.seal();
        flip(files.get(1), 100);
        long damaged = log.forEachAfter(FLOOR, output -> true);
        assertThat(damaged).isLessThan(log.tail());
        assertThat(log.floor()).isGreaterThan(damaged).isLessThan(log.tail());
        assertThatThrownBy(() -> log.forEachAfter(damaged, output -> true))
                .isInstanceOf(OutputGoneException.class);
        assertThat(log.forEachAfter(log.floor(), output -> true)).isEqualTo(log.tail());
        // What goes into the next snapshot can be loaded.
        List<Path> sound = log.seal();
        assertThat(sound).isEqualTo(files.subList(2, files.size()));
        log.restore(sound, log.tail());
    }

    @Test
    void floorThatDamageRaised_isNotTheNetworks() throws Exception {
        SegmentedOutputLog log = log(400);
        long firstIdle = SegmentFile.scan(log.seal().get(0)).get(0).header().firstIdle();
        flip(log.seal().get(1), 100);
        log.forEachAfter(FLOOR, output -> true);
        assertThat(log.floor()).isGreaterThan(FLOOR);

        // Older than that is only what was before the first command.
        log.retain(firstIdle + 1);

        assertThat(log.networkFloor()).isLessThanOrEqualTo(FLOOR);
    }

    @Test
    void append_ofAnOlderCommand_isAProgrammingError() throws IOException {
        SegmentedOutputLog log = log(5);
        Output old = new Output(log.tail(), 0, List.of(), List.of());
        assertThatThrownBy(() -> log.append(old)).isInstanceOf(IllegalStateException.class);
    }
}
