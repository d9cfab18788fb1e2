package net.robustirc.consensus.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.MemberSet;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;

/**
 * Seeded random traffic of a few sessions on a few channels: joins, parts, quits, talk, silence.
 */
final class TestingTraffic {
    static final long FIRST_ID = (1L << 62) + 1;

    private static final int CHANNELS = 6;

    private final Random random;
    private final List<SessionId> sessions = new ArrayList<>();
    private final List<MemberSet<String>> channels = new ArrayList<>();
    private long id = FIRST_ID - 1;
    private long time = 1_700_000_000_000_000_000L;

    TestingTraffic(long seed, int sessionCount) {
        random = new Random(seed);
        for (int i = 0; i < sessionCount; i++) {
            sessions.add(new SessionId(FIRST_ID + random.nextInt(1000) * 1000L + i));
        }
        for (int i = 0; i < CHANNELS; i++) {
            channels.add(MemberSet.empty(i));
        }
    }

    List<SessionId> sessions() {
        return sessions;
    }

    long lastId() {
        return id;
    }

    List<Output> outputs(int count) {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outputs.add(next());
        }
        return outputs;
    }

    Output next() {
        id += random.nextInt(200) == 0 ? 1 + random.nextInt(1000) : 1;
        time += random.nextInt(3) * 1_000_000L;
        List<OutputLine> lines = new ArrayList<>();
        List<SessionId> ended = new ArrayList<>();
        SessionId who = sessions.get(random.nextInt(sessions.size()));
        int channel = random.nextInt(CHANNELS);
        switch (random.nextInt(8)) {
            case 0 -> join(lines, who, channel);
            case 1 -> part(lines, who, channel);
            case 2 -> quit(lines, ended, who);
            case 3 -> line(lines, new Recipients.One(who));
            case 4, 5 -> line(lines, new Recipients.MembersBut(channels.get(channel), who));
            case 6 -> line(lines, new Recipients.Members(channels.get(channel)));
            default -> {
                // A command that sends nothing.
            }
        }
        return new Output(id, time, lines, ended);
    }

    private void join(List<OutputLine> lines, SessionId who, int channel) {
        MemberSet<String> before = channels.get(channel);
        channels.set(channel, before.with(who, "joined by " + id));
        line(lines, new Recipients.Members(channels.get(channel)));
        line(lines, new Recipients.Members(before));
        line(lines, new Recipients.One(who));
    }

    private void part(List<OutputLine> lines, SessionId who, int channel) {
        line(lines, new Recipients.Members(channels.get(channel)));
        channels.set(channel, channels.get(channel).without(who));
    }

    private void quit(List<OutputLine> lines, List<SessionId> ended, SessionId who) {
        List<Recipients> parts = new ArrayList<>();
        for (int i = 0; i < CHANNELS; i++) {
            if (channels.get(i).contains(who)) {
                channels.set(i, channels.get(i).without(who));
                parts.add(new Recipients.Members(channels.get(i)));
            }
        }
        line(lines, new Recipients.Union(parts));
        ended.add(who);
    }

    private void line(List<OutputLine> lines, Recipients recipients) {
        String text = ":é€𝄞 line " + id + " " + "x".repeat(random.nextInt(60));
        lines.add(new OutputLine(lines.size() + 1, recipients, text));
    }
}
