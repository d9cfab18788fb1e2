package net.robustirc.consensus.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.robustirc.consensus.codec.proto.Outcomes;
import net.robustirc.statemachine.entry.Outcome;

/** What the leader answers to a batch: one outcome an entry, in order. */
public final class OutcomesCodec {
    private OutcomesCodec() {}

    /** The wire form of a batch's outcomes. */
    public static byte[] encode(List<Outcome> outcomes) {
        Outcomes.Builder builder = Outcomes.newBuilder();
        for (Outcome outcome : outcomes) {
            builder.addOutcomesBuilder()
                    .setCode(outcome.code().number())
                    .setId(outcome.id())
                    .setText(outcome.text());
        }
        return builder.build().toByteArray();
    }

    /**
     * Reads the buffer from its position to its limit.
     *
     * @throws IllegalArgumentException if these are no outcomes
     */
    public static List<Outcome> decode(ByteBuffer wire) {
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (var outcome : Outcomes.parseFrom(wire).getOutcomesList()) {
                outcomes.add(
                        new Outcome(
                                Outcome.Code.of(outcome.getCode()),
                                outcome.getId(),
                                outcome.getText()));
            }
            return outcomes;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a list of outcomes", e);
        }
    }
}
