package net.robustirc.consensus.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import org.junit.jupiter.api.Test;

final class BlockCodecTest {
    private static final long BASE = (1L << 62) + 5_000_000;
    private static final String TEXT = ":alice!alice@robust/0x1 PRIVMSG #chan :hello";

    private static SessionId session(int number) {
        return new SessionId(BASE - 2_000_000 + 100L * number);
    }

    private static Output output(long id, Recipients recipients) {
        return new Output(id, id, List.of(new OutputLine(1, recipients, TEXT)), List.of());
    }

    private static MemberSet<String> channel(int members) {
        MemberSet<String> set = MemberSet.empty(42);
        for (int i = 0; i < members; i++) {
            set = set.with(session(i), "");
        }
        return set;
    }

    private static List<Output> roundTrip(List<Output> outputs) {
        return outputs(decoded(outputs));
    }

    private static Chunk decoded(List<Output> outputs) {
        BlockEncoder encoder = new BlockEncoder(100);
        encoder.begin(BASE);
        outputs.forEach(encoder::add);
        long last = outputs.get(outputs.size() - 1).id();
        encoder.finish();
        BlockHeader header = encoder.header(last, last);
        byte[] body = Arrays.copyOf(encoder.body().array(), header.bodyBytes());
        return BlockDecoder.decode(BlockHeader.decode(header.encode().array()), body);
    }

    private static List<Output> outputs(Chunk chunk) {
        return IntStream.range(0, chunk.size()).mapToObj(chunk::get).toList();
    }

    @Test
    void decodedChunk_countsTheMembersThatItHolds_once() {
        MemberSet<String> big = channel(5000);
        Output one = output(BASE + 1, new Recipients.Members(big));
        Output next = output(BASE + 2, new Recipients.MembersBut(big, session(3)));
        long bytes = decoded(List.of(one)).bytes();
        assertThat(bytes).isBetween(5000L * 64, 5000L * 64 + 2000);
        assertThat(decoded(List.of(one, next)).bytes()).isBetween(bytes, bytes + 500);
    }

    private static Recipients only(Output output) {
        return output.lines().get(0).recipients();
    }

    private static long[] sessions(Recipients recipients) {
        LongStream.Builder sessions = LongStream.builder();
        recipients.forEach(sessions::add);
        return sessions.build().toArray();
    }

    @Test
    void decode_givesIdsTimesLinesAndEndsBack() {
        Output output =
                new Output(
                        BASE + 3,
                        1_700_000_000_000_000_123L,
                        List.of(
                                new OutputLine(1, new Recipients.One(session(1)), ""),
                                new OutputLine(2, new Recipients.One(session(2)), "é€𝄞 <&>")),
                        List.of(session(1), new SessionId(7)));
        Output later =
                new Output(BASE + 900, output.idleNanos() + 5, List.of(), List.of(session(3)));
        assertThat(roundTrip(List.of(output, later))).containsExactly(output, later);
    }

    @Test
    void decode_ofJoinsAndParts_givesEachLineTheMembersOfItsTime() {
        MemberSet<String> three = channel(3);
        MemberSet<String> four = three.with(session(9), "");
        MemberSet<String> back = four.without(session(0));
        List<Output> outputs =
                List.of(
                        output(BASE + 1, new Recipients.Members(three)),
                        output(BASE + 2, new Recipients.Members(four)),
                        output(BASE + 3, new Recipients.MembersBut(three, session(1))),
                        output(BASE + 4, new Recipients.Members(back)),
                        output(BASE + 5, new Recipients.Members(three)),
                        output(
                                BASE + 6,
                                new Recipients.Union(
                                        List.of(
                                                new Recipients.Members(back),
                                                new Recipients.One(session(0))))));
        List<Output> decoded = roundTrip(outputs);
        for (int i = 0; i < outputs.size(); i++) {
            assertThat(sessions(only(decoded.get(i)))).isEqualTo(sessions(only(outputs.get(i))));
        }
    }

    /** Pseudo-clients of services have ids 2^62 below those of sessions. */
    @Test
    void decode_ofPseudoClientsAmongTheMembers_givesThemBack() {
        MemberSet<String> two = channel(2);
        MemberSet<String> three = two.with(SessionId.pseudoClient(BASE + 1), "");
        MemberSet<String> four = three.with(SessionId.pseudoClient(BASE + 2), "");
        List<Output> outputs =
                List.of(
                        output(BASE + 3, new Recipients.Members(three)),
                        output(BASE + 4, new Recipients.Members(four)),
                        output(BASE + 5, new Recipients.MembersBut(three, two.changed())));
        List<Output> decoded = roundTrip(outputs);
        for (int i = 0; i < outputs.size(); i++) {
            assertThat(sessions(only(decoded.get(i)))).isEqualTo(sessions(only(outputs.get(i))));
        }
    }

    @Test
    void decode_ofLinesToTheSameMembers_sharesThem() {
        MemberSet<String> members = channel(100);
        List<Output> decoded =
                roundTrip(
                        List.of(
                                output(BASE + 1, new Recipients.Members(members)),
                                output(BASE + 2, new Recipients.Members(members))));
        assertThat(((Recipients.Members) only(decoded.get(1))).members())
                .isSameAs(((Recipients.Members) only(decoded.get(0))).members());
    }

    @Test
    void line_toAChannelOfAThousand_costsAFewBytes() {
        MemberSet<String> members = channel(1000);
        BlockEncoder encoder = new BlockEncoder(100);
        encoder.begin(BASE);
        encoder.add(output(BASE + 1, new Recipients.Members(members)));
        // The set once: at most two bytes a member here, where the ids are a hundred apart.
        assertThat(encoder.bytes()).isLessThan(2000 + TEXT.length() + 40);
        int first = encoder.bytes();
        for (int i = 2; i <= 101; i++) {
            encoder.add(output(BASE + i, new Recipients.Members(members)));
        }
        assertThat((encoder.bytes() - first) / 100).isLessThan(TEXT.length() + 12);
    }

    @Test
    void joinStorm_costsAFewBytesAJoin() {
        BlockEncoder encoder = new BlockEncoder(100);
        encoder.begin(BASE);
        MemberSet<String> members = MemberSet.empty(42);
        for (int i = 0; i < 1000; i++) {
            members = members.with(session(i), "");
            encoder.add(output(BASE + 1 + i, new Recipients.Members(members)));
        }
        assertThat(encoder.bytes() / 1000).isLessThan(TEXT.length() + 16);
    }

    @Test
    void header_withAnyBitFlipped_isRefused() {
        byte[] header = new BlockHeader(10, 1, BASE, BASE + 1, 5, 6, 7, 8).encode().array();
        for (int bit = 0; bit < header.length * 8; bit++) {
            byte[] damaged = header.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> BlockHeader.decode(damaged))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void payload_thatIsNonsenseWithARightChecksum_isRefused() {
        List<byte[]> nonsense = new ArrayList<>();
        nonsense.add(new byte[] {1, 0, 0, 1, 1, 2, 42, 1});
        nonsense.add(new byte[] {1, 0, 0, 1, 1, 9, 0, 0});
        nonsense.add(new byte[] {1, 0, (byte) 0xff, (byte) 0xff, 3});
        nonsense.add(new byte[] {1, 0, 0, 1, 1, 1, 0, 100, 'a'});
        nonsense.add(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});
        for (byte[] payload : nonsense) {
            int crc = BlockHeader.crc(payload, 0, payload.length);
            BlockHeader header = new BlockHeader(payload.length, 1, 1, 2, 0, 0, crc, 0);
            assertThatThrownBy(() -> BlockDecoder.decode(header, payload))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
