package net.robustirc.war.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Recipients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveStreamsTest {
    private static final int CHANNELS = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void forEach_underRandomJoinsAndStreams_findsWhatTheModelFinds(long seed) {
        Random random = new Random(seed);
        LiveStreams<Long> live = new LiveStreams<>();
        Set<Long> streams = new TreeSet<>();
        List<List<MemberSet<String>>> channels = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(new ArrayList<>(List.of(MemberSet.empty(i))));
        }
        for (int step = 0; step < 5000; step++) {
            SessionId session = new SessionId(random.nextInt(30));
            List<MemberSet<String>> versions = channels.get(random.nextInt(CHANNELS));
            MemberSet<String> newest = versions.get(versions.size() - 1);
            switch (random.nextInt(6)) {
                case 0 -> versions.add(newest.with(session, "v" + step));
                case 1 -> versions.add(newest.without(session));
                case 2 -> {
                    live.add(session, session.value());
                    streams.add(session.value());
                }
                case 3 -> {
                    live.remove(session);
                    streams.remove(session.value());
                }
                default -> check(live, streams, recipients(random, channels, 2));
            }
        }
    }

    private static void check(LiveStreams<Long> live, Set<Long> streams, Recipients recipients) {
        Set<Long> expected = new TreeSet<>();
        for (long stream : streams) {
            if (recipients.includes(new SessionId(stream))) {
                expected.add(stream);
            }
        }
        Set<Long> found = new TreeSet<>();
        live.forEach(recipients, found::add);
        assertThat(found).isEqualTo(expected);
    }

    /**
     * Mostly of the newest versions, sometimes of older ones, as a catching-up reader meets them.
     */
    private static Recipients recipients(
            Random random, List<List<MemberSet<String>>> channels, int depth) {
        List<MemberSet<String>> versions = channels.get(random.nextInt(CHANNELS));
        int back = random.nextInt(4) == 0 ? random.nextInt(Math.min(5, versions.size())) : 0;
        MemberSet<String> members = versions.get(versions.size() - 1 - back);
        SessionId session = new SessionId(random.nextInt(30));
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> new Recipients.One(session);
            case 1 -> new Recipients.Members(members);
            case 2 -> new Recipients.MembersBut(members, session);
            default ->
                    new Recipients.Union(
                            List.of(
                                    recipients(random, channels, depth - 1),
                                    recipients(random, channels, depth - 1)));
        };
    }

    @Test
    void forEach_callsNobodyTwiceForOneChannel() {
        LiveStreams<Long> live = new LiveStreams<>();
        MemberSet<Boolean> members = MemberSet.<Boolean>empty(1).with(new SessionId(7), true);
        live.add(new SessionId(7), 7L);
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            live.forEach(new Recipients.Members(members), found::add);
            members = members.with(new SessionId(8 + i), true);
        }
        assertThat(found).containsExactly(7L, 7L, 7L);
    }
}
