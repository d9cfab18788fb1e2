package net.robustirc.tools.localnet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JVM of each node: small, for several of them share a machine. Room for new objects and for
 * classes from the outset saves more than half of a start's garbage collections. Huge pages, where
 * the kernel gives them, save a twelfth of the CPU under load.
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

    /**
     * Several JVMs compile the same code on the same processors, so the optimising compiler inlines
     * little, begins early and is done within half a minute ({@code docs/performance.md}).
     */
    private static final List<String> COMPILER =
            List.of(
                    "-XX:FreqInlineSize=70",
                    "-XX:InlineSmallCode=800",
                    "-XX:MaxInlineLevel=6",
                    "-XX:CICompilerCount=6",
                    "-XX:Tier4InvocationThreshold=2000",
                    "-XX:Tier4MinInvocationThreshold=300",
                    "-XX:Tier4CompileThreshold=6000");

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
                                COMMON_POOL,
                                "-XX:+ExitOnOutOfMemoryError"));
        options.addAll(COMPILER);
        if (Files.exists(HUGE_PAGES)) {
            options.add("-XX:+UseTransparentHugePages");
        }
        options.addAll(further);
        return options;
    }
}
