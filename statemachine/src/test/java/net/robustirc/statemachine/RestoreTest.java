package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.Limits;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.snapshot.StateImage;
import net.robustirc.statemachine.testing.Entries;
import net.robustirc.statemachine.testing.ImageBytes;
import net.robustirc.statemachine.testing.Rendered;
import org.junit.jupiter.api.Test;

/** Images that are none, ones of networks that have just begun, and of a large one. */
class RestoreTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));

    private ImageBytes image() {
        return ImageBytes.of(entries.machine().view().image());
    }

    @Test
    void emptyNetwork_isTheSameAgain() {
        IrcStateMachine again = IrcStateMachine.restore(image());
        assertThat(again.view().networkName()).isEqualTo("robustirc.net");
        assertThat(again.view().lastId()).isEqualTo(entries.machine().view().lastId());
        assertThat(ImageBytes.of(again.view().image()).dump()).isEqualTo(image().dump());
    }

    /** Trees that have grown and shrunk have another shape than those read from an image. */
    @Test
    void manySessionsAndChannels_areGoneThroughAlike() {
        List<SessionId> users = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            users.add(entries.register(i, "u" + i));
            entries.post(users.get(i), "JOIN #all,#c" + i);
        }
        for (int i = 0; i < 6_000; i++) {
            if (i % 5 != 2) {
                entries.post(users.get(i), "QUIT");
            }
        }
        IrcStateMachine again = IrcStateMachine.restore(image());
        for (String line :
                List.of("LIST", "LIST #c1*", "WHO *", "WHO #all", "NAMES #all", "QUIT")) {
            Entry entry =
                    entries.entry(new Command.IrcLine(users.get(1_002), line.hashCode(), line, ""));
            Rendered live = Rendered.of(entries.machine().apply(entries.now(), entry));
            assertThat(live.lines()).as(line).isNotEmpty();
            assertThat(Rendered.of(again.apply(entries.now(), entry))).as(line).isEqualTo(live);
        }
        assertThat(ImageBytes.of(again.view().image()).dump()).isEqualTo(image().dump());
    }

    @Test
    void noMaps_isRefused() {
        StateImage.Source nothing = (map, reader) -> {};
        assertThatThrownBy(() -> IrcStateMachine.restore(nothing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("network");
    }

    @Test
    void configuration_comesBackWhole() {
        NetworkConfig config =
                new NetworkConfig(
                        new Limits(1, 2, 3, 4, 5, 6),
                        new TreeMap<>(Map.of("secret", "bridge")),
                        new NetworkConfig.Captcha("https://captcha.example", "00ff", true),
                        new IrcAccounts(
                                List.of(new IrcAccounts.Operator("alice", "hash", "helpers")),
                                List.of(new IrcAccounts.OperatorClass("helpers", 511)),
                                List.of("one", "two")),
                        "Example-Net",
                        "line\nline",
                        new NetworkConfig.Admin("here", "we", "me@example.net"),
                        new TreeMap<>(Map.of("192.0.2.1", "spam")),
                        new TreeMap<>(Map.of("https://a.example", true, "b", false)),
                        new NetworkConfig.Cloak("key", true));
        entries.configure(config);
        assertThat(IrcStateMachine.restore(image()).view().config()).isEqualTo(config);
    }

    @Test
    void otherSchema_isRefusedWithItsNumber() {
        ImageBytes other = image().with("network", new byte[] {2, 1});
        assertThatThrownBy(() -> IrcStateMachine.restore(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema 2");
    }

    @Test
    void higherLevel_isRefused() {
        // Schema 5, level 2, and the other fields of schema.md, all empty or 0.
        byte[] value = new byte[1 + 1 + 1 + 4 * 8 + 1 + 1];
        value[0] = 5;
        value[1] = 2;
        ImageBytes higher = image().with("network", value);
        assertThatThrownBy(() -> IrcStateMachine.restore(higher))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("level 2");
    }

    @Test
    void truncatedOrLongerValue_isRefusedWithItsMap() {
        entries.register(1, "alice");
        ImageBytes cut = image().with("sessions", new byte[20]);
        assertThatThrownBy(() -> IrcStateMachine.restore(cut))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sessions")
                .hasMessageContaining("ends too early");
        ImageBytes longer = image().with("submissions", new byte[25]);
        assertThatThrownBy(() -> IrcStateMachine.restore(longer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("submissions")
                .hasMessageContaining("longer");
    }

    @Test
    void memberThatIsNoSession_isRefused() {
        SessionId alice = entries.register(1, "alice");
        entries.post(alice, "JOIN #c");
        ImageBytes whole = image();
        StateImage.Source withoutSessions =
                (map, reader) -> {
                    if (!map.equals("sessions")) {
                        whole.forEach(map, reader);
                    }
                };
        assertThatThrownBy(() -> IrcStateMachine.restore(withoutSessions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("channels")
                .hasMessageContaining(alice.toString());
    }
}
