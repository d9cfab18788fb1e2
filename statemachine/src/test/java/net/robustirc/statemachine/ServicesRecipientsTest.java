package net.robustirc.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** What services add to the recipients of a line: one reference for each link, and no copies. */
class ServicesRecipientsTest {
    private final Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
    private final SessionId alice = entries.register(1, "alice");
    private final SessionId bob = entries.register(2, "bob");

    private List<Recipients> parts(SessionId session, String line) {
        List<OutputLine> lines = entries.post(session, line).output().lines();
        assertThat(lines).hasSize(1);
        Recipients recipients = lines.get(0).recipients();
        return recipients instanceof Recipients.Union union ? union.parts() : List.of(recipients);
    }

    private void joined() {
        entries.post(alice, "JOIN #a");
        entries.post(bob, "JOIN #a");
    }

    @Test
    void withoutServices_linesAreAsTheyWere() {
        joined();

        assertThat(parts(alice, "PRIVMSG #a :x"))
                .singleElement()
                .isInstanceOf(Recipients.MembersBut.class);
        assertThat(parts(alice, "PART #a")).singleElement().isInstanceOf(Recipients.Members.class);
    }

    @Test
    void services_oneReferenceForEachLink() {
        joined();
        SessionId one = entries.link(3, "one.x");
        SessionId two = entries.link(4, "two.x");

        assertThat(parts(alice, "PRIVMSG #a :x")).hasSize(1);
        assertThat(parts(alice, "MODE #a +m"))
                .hasSize(3)
                .contains(new Recipients.One(one), new Recipients.One(two));
    }

    @Test
    void manyPseudoClientsOnAChannel_oneReferenceToTheirLink() {
        joined();
        SessionId link = entries.link(3, "one.x");
        for (int i = 0; i < 5; i++) {
            entries.post(link, "NICK bot" + i + " 1 1 s h one.x 0 :b");
            entries.post(link, ":bot" + i + " JOIN #a");
        }

        assertThat(parts(alice, "PRIVMSG #a :x")).hasSize(2).contains(new Recipients.One(link));
        assertThat(parts(alice, "MODE #a +m")).hasSize(2).contains(new Recipients.One(link));
        assertThat(parts(link, ":bot1 PRIVMSG #a :x"))
                .singleElement()
                .isInstanceOf(Recipients.Members.class);
    }

    /** What a user who registers with a password for NickServ lets others see of it. */
    private List<OutputLine> passwords() {
        SessionId carol = entries.create(9);
        entries.post(carol, "PASS nickserv=secret");
        entries.post(carol, "NICK carol");
        List<OutputLine> told = entries.post(carol, "USER c 0 * :c").output().lines();
        return told.stream().filter(line -> line.text().contains("secret")).toList();
    }

    @Test
    void passwordForNickServ_goesToItsLinkAlone() {
        entries.link(3, "stats.x");
        SessionId link = entries.link(4, "services.x");
        entries.post(link, "NICK NickServ 1 1 s h services.x 0 :n");

        assertThat(passwords())
                .singleElement()
                .extracting(OutputLine::recipients)
                .isEqualTo(new Recipients.One(link));
    }

    @Test
    void passwordForNickServ_withoutIt_goesNowhere() {
        entries.link(3, "stats.x");

        assertThat(passwords()).isEmpty();
    }

    @Test
    void channelOfPseudoClientsAlone_costsNoLine() {
        SessionId link = entries.link(3, "one.x");
        for (String nick : List.of("NickServ", "ChanServ")) {
            entries.post(link, "NICK " + nick + " 1 1 s h one.x 0 :b");
            entries.post(link, ":" + nick + " JOIN #own");
        }

        assertThat(entries.post(link, ":NickServ PRIVMSG #own :x").output().lines()).isEmpty();
        assertThat(entries.post(link, ":NickServ QUIT :x").output().lines()).isEmpty();
    }
}
