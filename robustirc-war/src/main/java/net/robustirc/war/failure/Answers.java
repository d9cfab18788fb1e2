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
    private final Observer observer;
    private final String route;

    /** Is told of every answer. */
    public interface Observer {
        /**
         * @param nanos from the request's body being read to the answer
         */
        void answered(String route, int status, long nanos);
    }

    public Answers(Executor threads, Observer observer) {
        this(threads, observer, "other");
    }

    private Answers(Executor threads, Observer observer, String route) {
        this.threads = threads;
        this.observer = observer;
        this.route = route;
    }

    /** The same, for answers that are counted under that name. */
    public Answers of(String name) {
        return new Answers(threads, observer, name);
    }

    /** Answers with what the success makes of the result, or with what the failure means. */
    public <T> void send(
            AsyncResponse answer, CompletionStage<T> result, Function<T, Response> success) {
        long started = System.nanoTime();
        result.whenCompleteAsync(
                (value, problem) -> {
                    Response response = response(value, problem, success);
                    observer.answered(route, response.getStatus(), System.nanoTime() - started);
                    answer.resume(response);
                },
                threads);
    }

    private static <T> Response response(
            T value, Throwable problem, Function<T, Response> success) {
        if (problem != null) {
            return Failures.of(problem).toResponse();
        }
        try {
            return success.apply(value);
        } catch (RuntimeException e) {
            return Failures.of(e).toResponse();
        }
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
}
