package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.Entry;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.testing.Entries;
import net.robustirc.statemachine.testing.ImageBytes;
import org.junit.jupiter.api.Test;

/** No answer is as long as the network is large: 416 says where one ends early. */
class LongAnswersTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));

    private SessionId members(int count, String channels) {
        SessionId last = new SessionId(0);
        for (int i = 0; i < count; i++) {
            last = entries.register(i, "u" + i);
            entries.post(last, "JOIN " + channels);
        }
        return last;
    }

    private void channels(int count) {
        for (int i = 0; i < count; i += 200) {
            SessionId session = entries.register(i, "u" + i);
            for (int j = i; j < Math.min(i + 200, count); j++) {
                entries.post(session, "JOIN #c" + j);
            }
        }
    }

    @Test
    void list_ofAThousandChannels_isComplete() {
        channels(1_000);
        List<String> lines = entries.answers(entries.register(9_999, "alice"), "LIST");
        assertThat(lines).hasSize(1_002);
        assertThat(lines.get(1_001)).isEqualTo(":robustirc.net 323 alice :End of /LIST");
        assertThat(lines.get(1_000)).startsWith(":robustirc.net 322 alice #c");
    }

    @Test
    void list_ofMoreChannels_endsAtAThousand() {
        channels(1_001);
        SessionId alice = entries.register(9_999, "alice");
        List<String> lines = entries.answers(alice, "LIST");
        assertThat(lines).hasSize(1_003);
        assertThat(lines)
                .endsWith(
                        ":robustirc.net 416 alice LIST :Too many matches",
                        ":robustirc.net 323 alice :End of /LIST");
        assertThat(entries.answers(alice, "LIST #c10*")).hasSize(14);
    }

    /** An operator who has to end thousands may ask on. */
    @Test
    void whatOthersAreTold_isNoAnswer() {
        SessionId boss = entries.register(99_999, "boss");
        entries.configure(
                NetworkConfig.DEFAULT.with(
                        new IrcAccounts(
                                List.of(new IrcAccounts.Operator("boss", "-", "")),
                                List.of(),
                                List.of())));
        long revision = entries.machine().view().configRevision();
        Credential right = new Credential(Credential.Kind.OPER, "boss", true, revision);
        entries.apply(new Command.IrcLine(boss, 99_999, "OPER boss *", "", List.of(right)));
        for (int i = 0; i < 15_001; i++) {
            entries.register(i, "x" + i);
        }
        assertThat(entries.answers(boss, "GLINE x*!*@* :out")).hasSize(2 * 15_001 + 1);
        assertThat(entries.answers(boss, "LIST")).endsWith(":robustirc.net 323 boss :End of /LIST");
    }

    /** RFC 2812 5.1, 263: 29 answers of a thousand lines at once, then twenty lines a second. */
    @Test
    void longAnswers_areNotGivenAllTheTime() {
        channels(1_000);
        SessionId alice = entries.register(9_999, "alice");
        for (int i = 0; i < 29; i++) {
            assertThat(entries.answers(alice, "LIST")).hasSize(1_002);
        }
        String again = ":robustirc.net 263 alice LIST :Please wait a while and try again";
        assertThat(entries.answers(alice, "LIST")).containsExactly(again);
        assertThat(entries.answers(alice, "PING x")).hasSize(1);
        ImageBytes image = ImageBytes.of(entries.machine().view().image());
        Entry list = entries.entry(new Command.IrcLine(alice, -1, "LIST", ""));
        assertThat(IrcStateMachine.restore(image).apply(entries.now(), list).output().lines())
                .extracting(OutputLine::text)
                .containsExactly(again);
        entries.advance(60 * Entries.SECOND);
        assertThat(entries.answers(alice, "LIST")).hasSize(1_002);
        assertThat(entries.answers(alice, "WHO *")).containsExactly(again.replace("LIST", "WHO"));
    }

    private static String again(String command) {
        return ":robustirc.net 263 alice " + command + " :Please wait a while and try again";
    }

    /** 30 answers of a thousand lines are 30,000. */
    private void exhaust(SessionId session) {
        for (int i = 0; i < 30; i++) {
            entries.answers(session, "LIST");
        }
        assertThat(entries.answers(session, "LIST")).containsExactly(again("LIST"));
    }

    @Test
    void questions_ofAllKinds_haveToWait() {
        channels(1_000);
        SessionId alice = entries.register(9_999, "alice");
        entries.post(alice, "JOIN #a");
        exhaust(alice);
        for (String question :
                List.of(
                        "WHOWAS a",
                        "MONITOR L",
                        "MONITOR + bob",
                        "MODE #a",
                        "MODE #a b",
                        "MODE #a +e",
                        "MODE #a +oI alice",
                        "MODE #a b :",
                        "MODE alice",
                        "JOIN #b")) {
            String command = question.substring(0, question.indexOf(' '));
            assertThat(entries.answers(alice, question))
                    .as(question)
                    .containsExactly(again(command));
        }
    }

    /** RATIONALE.md: whoever waits for answers can change what is there, bans above all. */
    @Test
    void changes_neverHaveToWait() {
        channels(1_000);
        SessionId alice = entries.register(9_999, "alice");
        entries.post(alice, "JOIN #a");
        exhaust(alice);
        String me = ":alice!alice@robust/" + alice;
        assertThat(entries.answers(alice, "MODE #a +b spammer"))
                .containsExactly(me + " MODE #a +b spammer!*@*");
        assertThat(entries.answers(alice, "MODE #a +lbk-l+m 5 *!*@x key"))
                .containsExactly(me + " MODE #a +lbk-l+m 5 *!*@x key");
        assertThat(entries.answers(alice, "MODE #a -kb x *!*@x"))
                .containsExactly(me + " MODE #a -kb key *!*@x");
        assertThat(entries.answers(alice, "MODE alice +i")).containsExactly(me + " MODE alice +i");
        assertThat(entries.answers(alice, "MONITOR - bob")).isEmpty();
        assertThat(entries.answers(alice, "MONITOR C")).isEmpty();
        assertThat(entries.answers(alice, "JOIN 0")).containsExactly(me + " PART #a");
    }

    /** RFC 2812 3.6.3: two lines for each of twenty, and the end: 731 answers are 29,971 lines. */
    @Test
    void whowas_isCounted() {
        for (int i = 0; i < 20; i++) {
            entries.post(entries.register(i, "old"), "QUIT");
        }
        SessionId alice = entries.register(9_999, "alice");
        for (int i = 0; i < 732; i++) {
            assertThat(entries.answers(alice, "WHOWAS old")).hasSize(41);
        }
        assertThat(entries.answers(alice, "WHOWAS old")).containsExactly(again("WHOWAS"));
    }

    /** A hundred 403 each: 301 of them are 30,100 lines. */
    @Test
    void part_isCounted_andNeverRefused() {
        SessionId alice = entries.register(9_999, "alice");
        StringBuilder line = new StringBuilder("PART #0");
        for (int i = 1; i < 100; i++) {
            line.append(",#").append(i);
        }
        for (int i = 0; i < 301; i++) {
            assertThat(entries.answers(alice, line.toString())).hasSize(100);
        }
        assertThat(entries.answers(alice, "LIST")).containsExactly(again("LIST"));
        assertThat(entries.answers(alice, line.toString())).hasSize(100);
    }

    /** A thousand members are looked at for each: 601 of them are more than 30,000 lines' work. */
    @Test
    void statusMessage_isCounted_andNeverRefused() {
        members(999, "#all");
        SessionId alice = entries.register(9_999, "alice");
        entries.post(alice, "JOIN #all");
        for (int i = 0; i < 601; i++) {
            assertThat(entries.answers(alice, "NOTICE @#all :hi")).hasSize(1);
        }
        assertThat(entries.answers(alice, "LIST")).containsExactly(again("LIST"));
        assertThat(entries.answers(alice, "NOTICE @#all :hi")).hasSize(1);
    }

    @Test
    void who_ofAChannel_endsAtAThousand() {
        SessionId last = members(1_001, "#all");
        List<String> lines = entries.answers(last, "WHO #all");
        assertThat(lines).hasSize(1_002);
        assertThat(lines.get(999)).startsWith(":robustirc.net 352 u1000 #all ");
        assertThat(lines)
                .endsWith(
                        ":robustirc.net 416 u1000 WHO #all :Too many matches",
                        ":robustirc.net 315 u1000 #all :End of WHO list");
    }

    @Test
    void names_ofLargeChannels_endsBehindFiveThousandMembers() {
        SessionId last = members(1_001, "#1,#2,#3,#4,#5,#6");
        List<String> lines = entries.answers(last, "NAMES #1,#2,#3,#4,#5,#6,#none");
        assertThat(lines.stream().filter(line -> line.contains(" 366 "))).hasSize(7);
        assertThat(lines)
                .endsWith(
                        ":robustirc.net 366 u1000 #5 :End of /NAMES list",
                        ":robustirc.net 416 u1000 NAMES #6 :Too many matches",
                        ":robustirc.net 366 u1000 #6 :End of /NAMES list",
                        ":robustirc.net 366 u1000 #none :End of /NAMES list");
    }
}
