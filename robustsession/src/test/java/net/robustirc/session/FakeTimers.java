package net.robustirc.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Time that passes only when told to. */
final class FakeTimers implements Timers {
    private final List<Task> tasks = new ArrayList<>();
    private long now = TimeUnit.DAYS.toNanos(1);

    private record Task(long at, Runnable run) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Timer after(long nanos, Runnable run) {
        Task task = new Task(now + nanos, run);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    void passMillis(long millis) {
        long end = now + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Optional<Task> next = due(end); next.isPresent(); next = due(end)) {
            now = next.get().at();
            tasks.remove(next.get());
            next.get().run().run();
        }
        now = end;
    }

    private Optional<Task> due(long end) {
        return tasks.stream()
                .filter(task -> task.at() <= end)
                .min(Comparator.comparingLong(Task::at));
    }

    int pending() {
        return tasks.size();
    }
}
