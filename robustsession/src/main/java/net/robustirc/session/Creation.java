package net.robustirc.session;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.robustirc.session.wire.CreateAnswer;
import net.robustirc.session.wire.MalformedAnswerException;
import net.robustirc.session.wire.SessionRequests;

/** A session being created. */
final class Creation implements Call.Outcome {
    private final CompletableFuture<RobustSession> created = new CompletableFuture<>();
    private final Lane lane;
    private final RobustSession.Setup setup;
    private final Consumer<RobustSession> register;
    private Call call;

    Creation(Lane lane, RobustSession.Setup setup, Consumer<RobustSession> register) {
        this.lane = lane;
        this.setup = setup;
        this.register = register;
    }

    CompletableFuture<RobustSession> begin() {
        try {
            lane.timers().execute(this::call);
        } catch (IllegalStateException e) {
            created.completeExceptionally(new RobustSessionException(e.getMessage(), e));
        }
        return created;
    }

    private void call() {
        call =
                new Call(
                        lane,
                        SessionRequests.create(setup.identity()),
                        setup.options().postServer(),
                        lane.timeouts().create(),
                        this);
        call.start();
    }

    /** Gives up, because the network is being closed. On the loop. */
    void cancel() {
        call.cancel();
        created.completeExceptionally(new RobustSessionException("The client is shutting down"));
    }

    @Override
    public void accepted(byte[] answer) {
        try {
            RobustSession session = new RobustSession(lane, setup, CreateAnswer.parse(answer));
            register.accept(session);
            created.complete(session);
            session.start();
        } catch (MalformedAnswerException e) {
            created.completeExceptionally(
                    new RobustSessionException("The network's answer is not understood", e));
        }
    }

    @Override
    public void failed(int status, String answer) {
        String sentence =
                status == 0
                        ? "The network cannot be reached"
                        : Failures.refusedCreate(status, answer);
        created.completeExceptionally(new RobustSessionException(sentence));
    }
}
