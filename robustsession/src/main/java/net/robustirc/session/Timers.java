package net.robustirc.session;

/** The one thread of a session and its clock; a test brings its own. */
interface Timers {
    /** A clock that never goes back, in nanoseconds. */
    long nanoTime();

    /** Runs the task on the thread: now if the caller is on it, else soon. */
    void execute(Runnable task);

    /** Runs the task on the thread after a while. */
    Timer after(long nanos, Runnable task);

    /** A task that waits for its time. */
    interface Timer {
        /** Nothing waits. */
        Timer NONE = () -> {};

        /** The task will not run, unless it has. */
        void cancel();
    }
}
