package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.robustirc.statemachine.config.IrcAccounts;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replies that need many lines, or must end somewhere. ours.md section 2. */
class ManyUsersTest {
    private static final int USERS = 520;

    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
    private final List<String> nicks = new ArrayList<>();
    private SessionId first = new SessionId(0);

    @BeforeEach
    void users() {
        for (int i = 0; i < USERS; i++) {
            String nick = "user" + (char) ('a' + i % 26) + "-".repeat(i % 20) + i;
            SessionId session = entries.register(i, nick);
            entries.post(session, "JOIN #all");
            nicks.add(i == 0 ? "@" + nick : nick);
            first = i == 0 ? session : first;
        }
        Collections.sort(nicks);
    }

    private List<String> ask(String line) {
        return entries.answers(first, line);
    }

    @Test
    void names_ofManyMembers_areAllThereOnLinesOfLegalLength() {
        List<String> lines = ask("NAMES #all");
        String head = ":robustirc.net 353 usera0 = #all :";
        List<String> found = new ArrayList<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            assertThat(line).startsWith(head);
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(510);
            found.addAll(List.of(line.substring(head.length()).split(" ")));
        }
        assertThat(found).isEqualTo(nicks);
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo(":robustirc.net 366 usera0 #all :End of /NAMES list");
    }

    @Test
    void who_maskOfEverybody_endsAt500() {
        List<String> lines = ask("WHO user*");
        assertThat(lines).hasSize(502);
        assertThat(lines.get(499)).startsWith(":robustirc.net 352 usera0 #all ");
        assertThat(lines)
                .endsWith(
                        ":robustirc.net 416 usera0 WHO user* :Too many matches",
                        ":robustirc.net 315 usera0 user* :End of WHO list");
    }

    @Test
    void stats_linksOfEverybody_endAt200() {
        IrcAccounts.Operator boss = new IrcAccounts.Operator("boss", "-", "");
        entries.configure(
                NetworkConfig.DEFAULT.with(new IrcAccounts(List.of(boss), List.of(), List.of())));
        long revision = entries.machine().view().configRevision();
        Credential right = new Credential(Credential.Kind.OPER, "boss", true, revision);
        entries.apply(new Command.IrcLine(first, 9_999, "OPER boss *", "", List.of(right)));
        List<String> lines = ask("STATS l");
        assertThat(lines).hasSize(202);
        assertThat(lines.get(199)).startsWith(":robustirc.net 211 usera0 user");
        assertThat(lines)
                .endsWith(
                        ":robustirc.net 416 usera0 STATS l :Too many matches",
                        ":robustirc.net 219 usera0 l :End of /STATS report");
    }

    @Test
    void join_ofMoreThanAllowed_is405() {
        for (int i = 1; i < 250; i++) {
            entries.post(first, "JOIN #c" + i);
        }
        assertThat(ask("JOIN #c250"))
                .containsExactly(
                        ":robustirc.net 405 usera0 #c250 :You have joined too many channels");
        List<String> whois = ask("WHOIS usera0");
        assertThat(whois.stream().filter(line -> line.contains(" 319 ")).count()).isEqualTo(4);
    }
}
