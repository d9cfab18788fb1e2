package net.robustirc.war.failure;

import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Answers suspended requests once their result is known, on threads of their own: what completes a
 * result (consensus, a timer) must not wait for a client's socket.
 */
public final class Answers {
    private final Executor threads;

    public Answers(Executor threads) {
        this.threads = threads;
    }

    /** Answers with what the success makes of the result, or with what the failure means. */
    public <T> void send(
            AsyncResponse answer, CompletionStage<T> result, Function<T, Response> success) {
        result.whenCompleteAsync(
                (value, problem) -> resume(answer, value, problem, success), threads);
    }

    /** Answers only if the stage fails; whoever completes it has answered otherwise. */
    public void sendRefusal(AsyncResponse answer, CompletionStage<Void> handedOver) {
        handedOver.whenCompleteAsync(
                (done, problem) -> {
                    if (problem != null) {
                        answer.resume(Failures.of(problem).toResponse());
                    }
                },
                threads);
    }

    private static <T> void resume(
            AsyncResponse answer, T value, Throwable problem, Function<T, Response> success) {
        try {
            answer.resume(
                    problem == null ? success.apply(value) : Failures.of(problem).toResponse());
        } catch (RuntimeException e) {
            answer.resume(Failures.of(e).toResponse());
        }
    }
}
