package net.robustirc.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.robustirc.tools.load.Ledger.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PosterTest implements Poster.Results {
    private static final int NUMBER = 7;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Deque<CompletableFuture<Void>> posts = new ArrayDeque<>();
    private final List<String> failures = new ArrayList<>();
    private final Ledger ledger = new Ledger();
    private final Poster poster =
            new Poster(NUMBER, this::post, "#c", new Poster.Pace(Duration.ZERO, 10, timer), this);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void lineUnacknowledgedWhenTheRunEnds_isNotLost() {
        poster.start();
        acknowledge();
        ledger.arrived(NUMBER, 1);
        poster.stop();

        assertThat(poster.last()).isEqualTo(2);
        assertThat(poster.waiting()).isTrue();
        assertThat(poster.idle()).isFalse();
        assertThat(faults()).isEqualTo(new Faults(0, 0, 0));
        ledger.arrived(NUMBER, 2);
        assertThat(faults()).isEqualTo(new Faults(0, 0, 0));
    }

    @Test
    void lineAcknowledgedAndNotDelivered_isLost() {
        poster.start();
        poster.stop();
        acknowledge();

        assertThat(poster.waiting()).isFalse();
        assertThat(poster.idle()).isTrue();
        assertThat(faults()).isEqualTo(new Faults(1, 0, 0));
    }

    @Test
    void lineThatFailed_isNotLostAndTheLast() {
        poster.start();
        posts.remove().completeExceptionally(new IllegalStateException("gone"));

        assertThat(failures).containsExactly("gone");
        assertThat(posts).isEmpty();
        assertThat(poster.waiting()).isFalse();
        assertThat(poster.idle()).isTrue();
        assertThat(faults()).isEqualTo(new Faults(0, 0, 0));
    }

    private CompletableFuture<Void> post(String line) {
        assertThat(line).startsWith("PRIVMSG #c :");
        posts.add(new CompletableFuture<>());
        return posts.getLast();
    }

    private void acknowledge() {
        posts.remove().complete(null);
    }

    private Faults faults() {
        return ledger.judge(NUMBER, poster.last(), poster.unsure());
    }

    @Override
    public void acknowledged(long started, long ended) {
        assertThat(ended).isGreaterThanOrEqualTo(started);
    }

    @Override
    public void failed(Throwable cause) {
        failures.add(cause.getMessage());
    }
}
