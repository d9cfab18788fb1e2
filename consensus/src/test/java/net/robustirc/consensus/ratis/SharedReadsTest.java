package net.robustirc.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.robustirc.consensus.UnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Threads threads = Threads.start("reads");
    private final List<CompletableFuture<Void>> calls = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        threads.close();
    }

    private SharedReads reads(Duration patience, Duration attempt) {
        return new SharedReads(
                this::call, threads, new SharedReads.Times(patience, attempt, SHORT));
    }

    private CompletableFuture<Void> call() {
        CompletableFuture<Void> call = new CompletableFuture<>();
        calls.add(call);
        return call;
    }

    private void awaitCalls(int count) {
        TestingCluster.await().until(() -> calls.size() == count);
    }

    @Test
    void attempt_standsOnlyForThoseWhoAskedBefore() throws Exception {
        SharedReads reads = reads(LONG, LONG);
        CompletableFuture<Void> first = reads.read();
        List<CompletableFuture<Void>> later =
                IntStream.range(0, 100).mapToObj(i -> reads.read()).toList();
        assertThat(calls).hasSize(1);

        calls.get(0).complete(null);
        first.get(30, TimeUnit.SECONDS);
        awaitCalls(2);
        assertThat(later).noneMatch(CompletableFuture::isDone);

        calls.get(1).complete(null);
        for (CompletableFuture<Void> each : later) {
            each.get(30, TimeUnit.SECONDS);
        }
        assertThat(calls).hasSize(2);
        CompletableFuture<Void> again = reads.read();
        awaitCalls(3);
        calls.get(2).complete(null);
        again.get(30, TimeUnit.SECONDS);
    }

    @Test
    void failure_isTriedAgain_onceForAll() throws Exception {
        SharedReads reads = reads(LONG, LONG);
        CompletableFuture<Void> one = reads.read();
        CompletableFuture<Void> other = reads.read();
        calls.get(0).completeExceptionally(new IOException("no leader"));
        awaitCalls(2);
        calls.get(1).complete(null);
        one.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);
        assertThat(calls).hasSize(2);
    }

    @Test
    void hangingCall_keepsNobodyLongerThanPromised_andIsNotTheLastAttempt() throws Exception {
        SharedReads reads = reads(Duration.ofMillis(300), SHORT);
        CompletableFuture<Void> waiter = reads.read();
        assertThatThrownBy(() -> waiter.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UnavailableException.class);
        assertThat(calls).hasSizeGreaterThan(1);
    }

    @Test
    void answerThatComesLate_countsStill() throws Exception {
        SharedReads reads = reads(LONG, SHORT);
        CompletableFuture<Void> waiter = reads.read();
        TestingCluster.await().until(() -> calls.size() > 1);
        calls.get(0).complete(null);
        waiter.get(30, TimeUnit.SECONDS);
    }

    @Test
    void closed_failsThoseWhoWait() {
        SharedReads reads = reads(LONG, LONG);
        CompletableFuture<Void> waiter = reads.read();
        reads.close();
        assertThat(waiter).isCompletedExceptionally();
        assertThat(reads.read()).isCompletedExceptionally();
    }
}
