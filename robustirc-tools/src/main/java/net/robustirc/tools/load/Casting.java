package net.robustirc.tools.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.session.SessionOptions;

/** Brings in the sessions that a plan asks for, each at its node. */
final class Casting {
    private final LoadPlan plan;
    private final Nodes nodes;
    private final Population population;
    private final Meter meter;
    private final List<Integer> postNodes;
    private final List<Integer> readNodes;

    /**
     * Who plays.
     *
     * @param posters by number
     * @param readers by channel
     */
    record Cast(List<Participant> posters, List<List<Reader>> readers) {}

    /** Looks up who leads, if one of the placements asks for that. */
    Casting(LoadPlan plan, Nodes nodes, Population population, Meter meter) {
        this.plan = plan;
        this.nodes = nodes;
        this.population = population;
        this.meter = meter;
        this.postNodes = nodes.placed(plan.postTo());
        this.readNodes = nodes.placed(plan.readFrom());
    }

    /** Returns when all are registered, have joined, and stream. */
    Cast enter() throws InterruptedException {
        List<List<Reader>> readers = new ArrayList<>();
        List<Participant> founders = new ArrayList<>();
        for (int channel = 0; channel < plan.channels(); channel++) {
            readers.add(new ArrayList<>());
            founders.add(enterReader(channel, readers.get(channel)));
        }
        // Whoever joins first may open the channel to posters, who stay outside: so a line goes to
        // the readers alone.
        population.awaitAll();
        for (int channel = 0; channel < plan.channels(); channel++) {
            founders.get(channel).post("MODE " + population.channel(channel) + " -n").join();
            for (int number = 1; number < plan.readersOf(channel); number++) {
                enterReader(channel, readers.get(channel));
            }
        }
        for (int idle = 0; idle < plan.idle(); idle++) {
            population.enter("i", Optional.empty(), at(turn(readNodes, idle)), line -> {});
        }
        List<Participant> posters = new ArrayList<>();
        for (int poster = 0; poster < plan.posters(); poster++) {
            posters.add(
                    population.enter(
                            "p", Optional.empty(), at(turn(postNodes, poster)), line -> {}));
        }
        population.awaitAll();
        return new Cast(posters, readers);
    }

    private Participant enterReader(int channel, List<Reader> ofChannel)
            throws InterruptedException {
        int node = turn(readNodes, channel + ofChannel.size());
        Reader reader = new Reader(node, posterNodes(), meter);
        ofChannel.add(reader);
        return population.enter("r", Optional.of(population.channel(channel)), at(node), reader);
    }

    private int[] posterNodes() {
        int[] byPoster = new int[plan.posters()];
        for (int poster = 0; poster < byPoster.length; poster++) {
            byPoster[poster] = turn(postNodes, poster);
        }
        return byPoster;
    }

    private static int turn(List<Integer> of, int number) {
        return of.get(number % of.size());
    }

    private SessionOptions at(int node) {
        return SessionOptions.DEFAULT
                .withPostServer(nodes.address(node))
                .withStreamServer(nodes.address(node));
    }
}
