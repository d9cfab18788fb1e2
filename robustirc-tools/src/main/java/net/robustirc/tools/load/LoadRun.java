package net.robustirc.tools.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.robustirc.session.RobustNetwork;
import net.robustirc.tools.load.LeaderKiller.Kill;
import net.robustirc.tools.load.Ledger.Faults;

/** One measurement: sets up its sessions, warms up, measures, accounts for every line. */
final class LoadRun implements Poster.Results {
    private static final Duration LAST_LINES_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 20;

    private static final long KEEPALIVE_MINUTES = 5;

    /** After all lines have come, for those that come twice. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** A copy of a line stuck somewhere may surface for 20 s (design D4), and then no more. */
    private static final Duration COPIES_SURFACE = Duration.ofSeconds(21);

    private final LoadPlan plan;
    private final Nodes nodes;
    private final Progress progress;
    private final Population population;
    private final Meter meter = new Meter();
    private final Map<String, Long> errors = new ConcurrentSkipListMap<>();
    private final List<Poster> posters = new ArrayList<>();
    private final List<List<Reader>> readers = new ArrayList<>();
    private double setupSeconds;
    private long readUntil;

    LoadRun(LoadPlan plan, Nodes nodes, RobustNetwork network, Progress progress) {
        this.plan = plan;
        this.nodes = nodes;
        this.progress = progress;
        this.population = new Population(network, reason -> count("session ended: " + reason));
    }

    /** Takes as long as the plan says; the sessions are gone afterwards. */
    LoadReport run() throws InterruptedException {
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "pauses");
                            thread.setDaemon(true);
                            return thread;
                        });
        try {
            long begin = System.nanoTime();
            setUp(timer);
            setupSeconds = seconds(System.nanoTime() - begin);
            progress.say("%d sessions are set up (%.2f s).", population.size(), setupSeconds);
            timer.scheduleAtFixedRate(
                    population::keepAlive, KEEPALIVE_MINUTES, KEEPALIVE_MINUTES, TimeUnit.MINUTES);
            return posters.isEmpty() ? onlySetUp() : measure();
        } finally {
            posters.forEach(Poster::stop);
            population.leave();
            timer.shutdownNow();
        }
    }

    @Override
    public void acknowledged(long started, long ended) {
        meter.acknowledged(ended - started);
    }

    @Override
    public void failed(Throwable cause) {
        count("post failed: " + cause.getMessage());
    }

    private void setUp(ScheduledExecutorService timer) throws InterruptedException {
        Casting.Cast cast = new Casting(plan, nodes, population, meter).enter();
        readers.addAll(cast.readers());
        Poster.Pace pace = new Poster.Pace(plan.pause(), plan.lineLength(), timer);
        for (int poster = 0; poster < plan.posters(); poster++) {
            String channel = population.channel(poster % plan.channels());
            Poster.Line line = cast.posters().get(poster)::post;
            posters.add(new Poster(poster, line, channel, pace, this));
        }
    }

    private LoadReport onlySetUp() {
        return report(0, meter.take(), List.of(), Map.of());
    }

    private LoadReport measure() throws InterruptedException {
        nodes.cooloff()
                .ifPresent(
                        time ->
                                progress.say(
                                        "PostMessageCooloff is %s: it holds the posters back, not the"
                                                + " network's speed. Configure \"0\" to measure that.",
                                        time));
        posters.forEach(Poster::start);
        progress.say("Warming up for %d s.", plan.warmup().toSeconds());
        TimeUnit.MILLISECONDS.sleep(plan.warmup().toMillis());
        progress.say("Measuring.");
        meter.take();
        Map<String, ProcessUse> before = nodes.use();
        long begin = System.nanoTime();
        List<Kill> kills = window();
        double seconds = seconds(System.nanoTime() - begin);
        Meter.Reading reading = meter.take();
        Map<String, LoadReport.Use> use = used(before, nodes.use());
        progress.say("Waiting for the last lines.");
        posters.forEach(Poster::stop);
        awaitLastLines();
        return report(seconds, reading, kills, use);
    }

    private List<Kill> window() throws InterruptedException {
        List<Kill> kills = new ArrayList<>();
        LeaderKiller killer = new LeaderKiller(nodes, posters);
        for (int number = 0; number < plan.kills(); number++) {
            Kill kill = killer.kill();
            kills.add(kill);
            progress.say(
                    "Killed node %d; posts went through again after %d ms.",
                    kill.node(), kill.firstPost());
        }
        if (kills.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(plan.duration().toMillis());
            readUntil = System.nanoTime();
        } else {
            readUntil = killer.lastKillAt() + COPIES_SURFACE.toNanos();
        }
        return kills;
    }

    private void awaitLastLines() throws InterruptedException {
        long limit = System.nanoTime() + LAST_LINES_LIMIT.toNanos();
        while (System.nanoTime() < limit && !complete()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        long rest = Math.max(LINGER.toNanos(), readUntil - System.nanoTime());
        TimeUnit.NANOSECONDS.sleep(rest);
        posters.stream()
                .filter(Poster::waiting)
                .forEach(poster -> count("post not acknowledged when the run ended"));
    }

    private boolean complete() {
        return posters.stream().allMatch(Poster::idle) && faults().lost() == 0;
    }

    private Faults faults() {
        Faults sum = new Faults(0, population.repeated(), 0);
        for (Poster poster : posters) {
            for (Reader reader : readers.get(poster.number() % plan.channels())) {
                sum =
                        sum.plus(
                                reader.ledger()
                                        .judge(poster.number(), poster.last(), poster.unsure()));
            }
        }
        return sum;
    }

    private LoadReport report(
            double seconds,
            Meter.Reading reading,
            List<Kill> kills,
            Map<String, LoadReport.Use> use) {
        long lines = reading.acknowledged().getTotalCount();
        return new LoadReport(
                population.size(),
                setupSeconds,
                seconds,
                lines,
                seconds > 0 ? lines / seconds : 0,
                reading.delivered().getTotalCount(),
                LoadReport.Latency.of(reading.acknowledged()),
                LoadReport.Latency.of(reading.delivered()),
                LoadReport.Latency.of(reading.deliveredOtherNode()),
                kills,
                new TreeMap<>(errors),
                faults(),
                use);
    }

    /** A process that was replaced meanwhile has used what the new one shows. */
    private static Map<String, LoadReport.Use> used(
            Map<String, ProcessUse> before, Map<String, ProcessUse> after) {
        Map<String, LoadReport.Use> used = new TreeMap<>();
        after.forEach(
                (name, end) -> {
                    double begin = before.getOrDefault(name, new ProcessUse(0, 0)).cpuSeconds();
                    double spent = end.cpuSeconds() - (begin > end.cpuSeconds() ? 0 : begin);
                    used.put(name, new LoadReport.Use(spent, end.residentBytes() / 1048576.0));
                });
        return used;
    }

    private void count(String error) {
        errors.merge(error, 1L, Long::sum);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}
