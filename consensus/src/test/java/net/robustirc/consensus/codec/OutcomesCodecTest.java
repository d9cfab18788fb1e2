package net.robustirc.consensus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.robustirc.statemachine.entry.Outcome;
import org.junit.jupiter.api.Test;

class OutcomesCodecTest {
    @Test
    void outcomes_comeBackTheSame_inOrder() {
        List<Outcome> outcomes =
                Arrays.stream(Outcome.Code.values())
                        .map(code -> new Outcome(code, -code.number(), "because of " + code))
                        .toList();

        assertThat(OutcomesCodec.decode(ByteBuffer.wrap(OutcomesCodec.encode(outcomes))))
                .isEqualTo(outcomes);
    }

    @Test
    void garbage_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OutcomesCodec.decode(ByteBuffer.wrap(new byte[] {1, 2, 3})));
    }
}
