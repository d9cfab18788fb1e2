package net.robustirc.tools.load;

import java.util.function.Consumer;

/** Accounts for each line that one stream delivers. */
final class Reader implements Consumer<String> {
    private final int node;
    private final int[] posterNodes;
    private final Meter meter;
    private final Ledger ledger = new Ledger();

    /**
     * A stream that has delivered nothing yet.
     *
     * @param node that it is read from
     * @param posterNodes by poster, the node it posts to
     */
    Reader(int node, int[] posterNodes, Meter meter) {
        this.node = node;
        this.posterNodes = posterNodes;
        this.meter = meter;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void accept(String text) {
        long now = System.nanoTime();
        LoadLine.parse(text)
                .ifPresent(
                        line -> {
                            ledger.arrived(line.poster(), line.sequence());
                            meter.delivered(now - line.nanos(), posterNodes[line.poster()] == node);
                        });
    }
}
