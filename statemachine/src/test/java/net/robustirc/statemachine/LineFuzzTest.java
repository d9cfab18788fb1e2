package net.robustirc.statemachine;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import net.robustirc.irc.IrcMessage;
import net.robustirc.statemachine.command.LineDispatcher;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.NetworkState;
import net.robustirc.statemachine.testing.Entries;
import net.robustirc.statemachine.testing.LegalLines;
import net.robustirc.statemachine.testing.Rendered;

/**
 * Looks for lines that the parser or a command cannot take: never an exception, a poisoned entry or
 * an illegal line. What was found once, and where the search begins, are the files of {@code
 * src/test/resources/.../LineFuzzTestInputs}: each line is a session's letter and what it posts.
 *
 * <p>The build searches for a few seconds; longer with {@code JAZZER_FUZZ=1} and a test of its own.
 */
class LineFuzzTest {
    private static final int SESSIONS = 4;

    /** Never part of UTF-8, so it can stand for what has no UTF-8 form. */
    private static final byte HALF_A_PAIR = (byte) 0xFF;

    private final SessionId[] sessions = new SessionId[SESSIONS];
    private final NetworkState root;
    private final long now;

    LineFuzzTest() {
        Entries entries = new Entries(new IrcStateMachine("robustirc.net"));
        sessions[0] = entries.register(1, "alice");
        sessions[1] = entries.register(2, "bob");
        sessions[2] = entries.register(3, "carol");
        sessions[3] = entries.create(4);
        entries.post(sessions[0], "JOIN #test,#ops");
        entries.post(sessions[1], "JOIN #test");
        root = ((RootView) entries.machine().view()).root();
        now = entries.now();
    }

    @FuzzTest(maxDuration = "15s")
    @DictionaryEntries({
        "JOIN #test",
        "PART #test",
        "PRIVMSG #test :",
        "NOTICE @#test :",
        "TOPIC #test :",
        "NAMES #test",
        "WHO #test %tcuihsnfdlaor,5",
        "WHOIS bob,carol",
        "WHOWAS bob",
        "LIST >1,T:0",
        "MODE #test +bovk",
        "MODE #test -imnstCN",
        "MODE alice +iwBG",
        "KICK #test bob :",
        "INVITE carol #test",
        "AWAY :",
        "NICK dave",
        "USER u 0 * :r",
        "PASS x",
        "PING x",
        "CAP LS 302",
        "CAP END",
        "ISON bob",
        "USERHOST bob",
        "KNOCK #ops",
        "SETNAME :",
        "WALLOPS :",
        "HELP MODE",
        "OPER a b",
        "MONITOR + bob",
        "KILL bob :",
        "GLINE *@* 1d :",
        "SERVER services.robustirc.net 1 :",
        "SVSNICK bob dave :1",
        "*!*@*",
        "robust/",
        "@tag=1 ",
        ":bob!b@c ",
        ",",
        ":"
    })
    void postedLines_neverBreakAnything(byte[] script) {
        IrcStateMachine machine = new IrcStateMachine(root, LineDispatcher.standard());
        Entries entries = new Entries(machine, now);
        for (String posted : text(script).split("\n", 64)) {
            if (!posted.isEmpty()) {
                IrcMessage.parse(posted);
                SessionId session = sessions[posted.charAt(0) % SESSIONS];
                check(entries.apply(new Command.IrcLine(session, 0, posted.substring(1), "")));
            }
        }
    }

    private static String text(byte[] script) {
        StringBuilder text = new StringBuilder(script.length);
        int start = 0;
        for (int i = 0; i < script.length; i++) {
            if (script[i] == HALF_A_PAIR) {
                text.append(new String(script, start, i - start, StandardCharsets.UTF_8));
                text.append('\uD83D');
                start = i + 1;
            }
        }
        return text + new String(script, start, script.length - start, StandardCharsets.UTF_8);
    }

    private static void check(Applied applied) {
        applied.poison()
                .ifPresent(
                        cause -> {
                            throw cause;
                        });
        Rendered.of(applied).lines().forEach(LegalLines::check);
    }
}
