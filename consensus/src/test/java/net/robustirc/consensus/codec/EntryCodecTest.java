package net.robustirc.consensus.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.stream.Stream;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SubmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryCodecTest {
    static Stream<Class<? extends Record>> commandKinds() {
        return Arrays.stream(Command.class.getPermittedSubclasses())
                .map(kind -> kind.asSubclass(Record.class));
    }

    @ParameterizedTest
    @MethodSource("commandKinds")
    void entry_comesBackTheSame_withEveryFieldSet(Class<? extends Record> kind)
            throws ReflectiveOperationException, InvalidProtocolBufferException {
        Command command = (Command) new TestingValues().record(kind);
        Entry entry = new Entry(3, new SubmissionId(-5, 7), -11, command);

        byte[] wire = EntryCodec.encode(entry).toByteArray();

        assertThat(EntryCodec.decode(net.robustirc.consensus.codec.proto.Entry.parseFrom(wire)))
                .isEqualTo(entry);
    }

    @Test
    void commandOfALaterVersion_isRefused_notSkipped() {
        var later = net.robustirc.consensus.codec.proto.Entry.newBuilder().setLevel(9).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryCodec.decode(later))
                .withMessageContaining("level 9");
    }
}
