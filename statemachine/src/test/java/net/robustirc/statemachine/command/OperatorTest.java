package net.robustirc.statemachine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.Nick;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.OutputLine;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.UserMode;
import net.robustirc.statemachine.testing.Entries;
import org.junit.jupiter.api.Test;

/** What transcripts cannot reach: IRC operators, and many users. The state is made by hand. */
class OperatorTest {
    private static final long START = 1_000;

    private NetworkState state = NetworkState.empty("s.net");

    private SessionId user(String nick, UserMode... modes) {
        state = state.advanced(START);
        NetworkDraft draft = new NetworkDraft(state);
        draft.createSession(Entries.token((int) state.lastId()));
        SessionId id = new SessionId(state.lastId());
        Profile profile =
                Profile.NEW
                        .withNick(Nick.parse(nick).orElseThrow())
                        .withUser(nick, nick)
                        .withRegistered();
        for (UserMode mode : modes) {
            profile = profile.with(mode, true);
        }
        draft.update(draft.session(id), profile);
        state = draft.freeze();
        return id;
    }

    private List<OutputLine> post(SessionId session, String line) {
        OutputBuilder out = new OutputBuilder();
        Command.IrcLine posted = new Command.IrcLine(session, 0, line, "");
        Call call = new Call(new NetworkDraft(state), out, IrcMessage.parse(line), posted);
        CommandTable.standard().find(call.command()).orElseThrow().run(call);
        return out.lines();
    }

    private List<String> texts(SessionId session, String line) {
        return post(session, line).stream().map(OutputLine::text).toList();
    }

    @Test
    void operator_isMarked() {
        SessionId oper = user("oper", UserMode.OPERATOR);
        SessionId other = user("other");
        assertThat(texts(other, "WHO * o"))
                .containsExactly(
                        ":s.net 352 other * oper robust/" + oper + " s.net oper H* :0 oper",
                        ":s.net 315 other * :End of WHO list");
        assertThat(texts(other, "USERHOST oper"))
                .containsExactly(":s.net 302 other :oper*=+oper@robust/" + oper);
        assertThat(texts(other, "WHOIS oper"))
                .contains(":s.net 313 other oper :is an IRC operator");
    }

    @Test
    void who_moreSessionsThanOneCommandMayVisit_saysSo() {
        SessionId first = user("a");
        for (int i = 1; i < WhoCommand.MAX_VISITED; i++) {
            user("n" + i);
        }
        assertThat(texts(first, "WHO zz*")).containsExactly(":s.net 315 a zz* :End of WHO list");
        user("zz");
        assertThat(texts(first, "WHO zz*"))
                .containsExactly(
                        ":s.net 416 a WHO zz* :Too many matches",
                        ":s.net 315 a zz* :End of WHO list");
    }

    @Test
    void operator_laysItDown() {
        SessionId oper = user("oper", UserMode.OPERATOR);
        assertThat(texts(oper, "MODE oper")).containsExactly(":s.net 221 oper +o");
        assertThat(texts(oper, "MODE oper -o"))
                .containsExactly(":oper!oper@robust/" + oper + " MODE oper -o");
    }
}
