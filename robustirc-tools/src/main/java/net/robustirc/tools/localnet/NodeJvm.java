package net.robustirc.tools.localnet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM of each node: small, for several of them share a machine. Only the quick compiler is
 * used: the optimising one takes half the time of a start and most of the first minutes' CPU, and
 * what it gains comes later than a test lasts ({@code docs/performance.md}). Room for new objects
 * and for classes from the outset saves more than half of a start's garbage collections. Huge
 * pages, where the kernel gives them, save a twelfth of the CPU under load.
 *
 * @param heap maximum, as for {@code -Xmx}
 * @param further options, after ours
 */
record NodeJvm(String heap, List<String> further) {
    /** Other systems do not know the option. */
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    /**
     * Ratis makes a follower's every append wait on the common pool. Where that would have but one
     * thread, on two processors, the JVM starts a thread for each task instead.
     */
    private static final String COMMON_POOL =
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

    NodeJvm {
        further = List.copyOf(further);
    }

    List<String> options() {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-Xms48m",
                                "-Xmn24m",
                                "-Xmx" + heap,
                                "-XX:MetaspaceSize=96m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                COMMON_POOL,
                                "-XX:+ExitOnOutOfMemoryError"));
        if (Files.exists(HUGE_PAGES)) {
            options.add("-XX:+UseTransparentHugePages");
        }
        options.addAll(further);
        return options;
    }
}
