package net.robustirc.statemachine;

/**
 * Fills a network with 100,000 sessions that are on three of 10,000 channels each, which must fit
 * in a heap of 500 MiB: run it with {@code -Xmx500m}. Prints what it took.
 */
public final class SessionMemory {
    private static final int SESSIONS = 100_000;
    private static final int CHANNELS = 10_000;
    private static final long STEP_NANOS = 1_000_000;
    private static final double MIB = 1024 * 1024;

    private SessionMemory() {}

    public static void main(String[] arguments) {
        double before = usedMib();
        Scene scene = new Scene(STEP_NANOS).users(SESSIONS);
        for (int user = 0; user < SESSIONS; user++) {
            for (int i = 0; i < 3; i++) {
                scene.post(user, "JOIN #channel-" + (user * 7 + i * 3_331) % CHANNELS);
            }
        }
        double used = usedMib() - before;
        System.out.printf(
                "%d sessions, %d channels: %.0f MiB in use, %.0f MiB of heap allowed%n",
                scene.root().sessions().byId().size(),
                scene.root().channels().size(),
                used,
                Runtime.getRuntime().maxMemory() / MIB);
    }

    private static double usedMib() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }
}
