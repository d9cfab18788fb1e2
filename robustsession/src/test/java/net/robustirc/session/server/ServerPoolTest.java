package net.robustirc.session.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerPoolTest {
    private static final ServerAddress A = new ServerAddress("a", 1);
    private static final ServerAddress B = new ServerAddress("b", 2);
    private static final ServerAddress C = new ServerAddress("c", 3);

    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(20); // wraps around in the tests
    private final ServerPool pool = pool(false, A, B, C);

    private ServerPool pool(boolean ignoreUpdates, ServerAddress... servers) {
        return new ServerPool(List.of(servers), ignoreUpdates, () -> now, new SplittableRandom(7));
    }

    private void passMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Optional<ServerAddress> choose(ServerPool from, Purpose purpose) {
        return from.choose(purpose, Optional.empty()).server();
    }

    private static Set<ServerAddress> chosen(ServerPool from, Purpose purpose) {
        Set<ServerAddress> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            choose(from, purpose).ifPresent(seen::add);
        }
        return seen;
    }

    /** The time until the only server of a pool may be tried again. */
    private double secondsUntilUsable(ServerPool single) {
        return single.choose(Purpose.POST, Optional.empty()).waitNanos() / 1e9;
    }

    @Test
    void stream_usesEveryServer() {
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void posts_stayWithTheServerNamed() {
        pool.prefer(B);
        assertThat(chosen(pool, Purpose.POST)).containsExactly(B);
        assertThat(chosen(pool, Purpose.STREAM)).hasSize(3);
    }

    @Test
    void failedLeader_isLeftForTheOthersAndNoLongerPreferred() {
        pool.prefer(B);
        pool.failed(B, now, "gone");
        assertThat(chosen(pool, Purpose.POST)).containsExactlyInAnyOrder(A, C);
        passMillis(2_000);
        assertThat(chosen(pool, Purpose.POST)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void pinnedServer_comesFirstWhileItWorks() {
        pool.prefer(B);
        assertThat(pool.choose(Purpose.POST, Optional.of(C)).server()).contains(C);
        pool.failed(C, now, "gone");
        assertThat(pool.choose(Purpose.POST, Optional.of(C)).server()).isPresent();
        assertThat(pool.choose(Purpose.POST, Optional.of(C)).server()).isNotEqualTo(Optional.of(C));
    }

    @Test
    void silentServer_comesLastUntilItSpeaks() {
        pool.prefer(B);
        pool.suspect(B, now);
        passMillis(5_000);
        assertThat(chosen(pool, Purpose.POST)).containsExactlyInAnyOrder(A, C);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, C);
        assertThat(pool.choose(Purpose.STREAM, Optional.of(B)).server())
                .isNotEqualTo(Optional.of(B));
        assertThat(pool.suspects()).containsExactly(B);
        pool.alive(B);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, B, C);
        assertThat(pool.suspects()).isEmpty();
    }

    @Test
    void silentServer_isForgivenAfterAMinute() {
        pool.suspect(B, now);
        passMillis(59_000);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, C);
        passMillis(2_000);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void silentServer_isNotTriedWhileTheOthersRestShortly() {
        pool.suspect(B, now);
        passMillis(2_000);
        List.of(A, C).forEach(server -> pool.refused(server, now, "status 503"));
        Choice choice = pool.choose(Purpose.POST, Optional.empty());
        assertThat(choice.server()).isEmpty();
        assertThat(choice.waitNanos() / 1e9).isBetween(0.25, 0.32);
    }

    @Test
    void silentServer_isTriedWhenTheOthersCannotBeReached() {
        pool.suspect(B, now);
        passMillis(2_000);
        List.of(A, C).forEach(server -> pool.failed(server, now, "refused"));
        assertThat(chosen(pool, Purpose.POST)).containsExactly(B);
    }

    @Test
    void silence_isOlderThanWhatWasHeardSince() {
        long asked = now;
        passMillis(2_000);
        pool.suspect(B, asked);
        assertThat(pool.isSilentSince(B, asked - 1)).isTrue();
        assertThat(pool.isSilentSince(B, asked + 1)).isFalse();
        assertThat(pool.isSilentSince(A, asked - 1)).isFalse();
    }

    @Test
    void refusal_endsSuspicion() {
        pool.suspect(B, now);
        passMillis(2_000);
        pool.refused(B, now, "status 503");
        passMillis(2_000);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void backoff_doublesFromOneSecondToSixty() {
        ServerPool single = pool(false, A);
        for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            single.failed(A, now, "refused");
            double wait = secondsUntilUsable(single);
            assertThat(wait).isBetween(expected * 1.0, Math.min(60, expected * 1.25));
            passMillis((long) (expected * 1250));
            assertThat(choose(single, Purpose.POST)).contains(A);
        }
    }

    @Test
    void refusals_restShortly() {
        ServerPool single = pool(false, A);
        for (double expected : new double[] {0.25, 0.5, 1, 2, 2, 2}) {
            single.refused(A, now, "status 503");
            assertThat(secondsUntilUsable(single)).isBetween(expected, expected * 1.25);
            passMillis(2_500);
        }
    }

    @Test
    void manyStreamsLostAtOnce_areOneIncident() {
        ServerPool single = pool(false, A);
        long longAgo = now;
        passMillis(5_000);
        for (int i = 0; i < 20; i++) {
            single.failed(A, longAgo, "stream ended");
        }
        assertThat(secondsUntilUsable(single)).isLessThan(1.3);
    }

    @Test
    void objectOnAStream_endsBackoff() {
        ServerPool single = pool(false, A);
        single.failed(A, now, "refused");
        single.alive(A);
        assertThat(choose(single, Purpose.POST)).contains(A);
        single.failed(A, now, "refused");
        assertThat(secondsUntilUsable(single)).as("starts anew").isLessThan(1.3);
    }

    @Test
    void objectOnAStream_doesNotEndARefusal() {
        ServerPool single = pool(false, A);
        single.refused(A, now, "status 503");
        single.alive(A);
        assertThat(choose(single, Purpose.POST)).isEmpty();
        single.accepted(A);
        assertThat(choose(single, Purpose.POST)).contains(A);
    }

    @Test
    void refusal_provesThatTheServerIsReachedAndEndsBackoffGrowth() {
        ServerPool single = pool(false, A);
        for (int i = 0; i < 5; i++) {
            single.failed(A, now, "refused");
            passMillis(100_000);
        }
        single.refused(A, now, "status 503");
        assertThat(secondsUntilUsable(single)).isLessThan(0.4);
    }

    @Test
    void recovery_wakesThoseWhoWait() {
        ServerPool single = pool(false, A);
        single.failed(A, now, "refused");
        AtomicInteger woken = new AtomicInteger();
        single.chooseOrWait(Purpose.POST, Optional.empty(), woken::incrementAndGet);
        single.alive(A);
        single.alive(A);
        assertThat(woken).hasValue(1);
    }

    @Test
    void update_replacesTheListAndWakes() {
        AtomicInteger woken = new AtomicInteger();
        List.of(A, B, C).forEach(server -> pool.failed(server, now, "refused"));
        pool.chooseOrWait(Purpose.STREAM, Optional.empty(), woken::incrementAndGet);
        ServerAddress d = new ServerAddress("d", 4);
        pool.update(List.of(d));
        assertThat(pool.servers()).containsExactly(d);
        assertThat(woken).hasValue(1);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactly(d);
    }

    @Test
    void update_withNothing_isIgnored() {
        pool.update(List.of());
        assertThat(pool.servers()).containsExactly(A, B, C);
    }

    @Test
    void ignoringUpdates_keepsToTheList() {
        ServerPool fixed = pool(true, A);
        fixed.update(List.of(B));
        fixed.prefer(C);
        assertThat(fixed.servers()).containsExactly(A);
        assertThat(chosen(fixed, Purpose.POST)).containsExactly(A);
    }

    @Test
    void leaderNotYetKnown_joinsTheList() {
        ServerPool single = pool(false, A);
        single.prefer(B);
        assertThat(single.servers()).containsExactly(A, B);
        assertThat(choose(single, Purpose.POST)).contains(B);
    }

    @Test
    void noServerAtAll_asksToWait() {
        ServerPool none = pool(false);
        assertThat(choose(none, Purpose.POST)).isEmpty();
        assertThat(none.choose(Purpose.POST, Optional.empty()).waitNanos()).isPositive();
    }

    @Test
    void firstServerBackAfterAnOutage_isNotTheOnlyOneTried() {
        List.of(A, B, C).forEach(server -> pool.failed(server, now, "refused"));
        assertThat(choose(pool, Purpose.STREAM)).isEmpty();
        pool.alive(B);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void serverBackWhileAnotherIsWell_doesNotEndOtherBackoffs() {
        List.of(A, B).forEach(server -> pool.failed(server, now, "refused"));
        pool.alive(B);
        assertThat(chosen(pool, Purpose.STREAM)).containsExactlyInAnyOrder(B, C);
    }
}
