package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Questions of a kind that are answered in the order in which they came, each by itself. */
final class OneAtATime {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Duration patience;

    /** Finds an answer. */
    interface Answer<T> {
        T get() throws IOException;
    }

    /**
     * @param patience for those that came before
     */
    OneAtATime(Duration patience) {
        this.patience = patience;
    }

    <T> T answer(Answer<T> answer) throws IOException {
        await();
        try {
            return answer.get();
        } finally {
            turn.unlock();
        }
    }

    private void await() throws IOException {
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the question before has had no answer in " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("this node is shutting down");
        }
    }
}
