package net.robustirc.consensus.ratis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.robustirc.consensus.Consensus;
import net.robustirc.consensus.output.OutputLog;
import net.robustirc.consensus.output.OutputLog.OutputGoneException;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.entry.TokenHash;

/** Two registered sessions in one channel: one speaks, the other's stream is looked at. */
record TestingChat(SessionId speaker, SessionId listener) {
    static final String CHANNEL = "#test";

    private static final int WAIT_SECONDS = 40;

    static TestingChat open(Consensus node) throws Exception {
        return new TestingChat(register(node, "speaker"), register(node, "listener"));
    }

    static SessionId register(Consensus node, String nick) throws Exception {
        SessionId session = new SessionId(accepted(node, createSession(nick)).id());
        accepted(node, line(session, 0, "NICK " + nick));
        accepted(node, line(session, 0, "USER " + nick + " 0 * :" + nick));
        accepted(node, line(session, 0, "JOIN " + CHANNEL));
        return session;
    }

    static Command.CreateSession createSession(String token) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        return new Command.CreateSession(
                new TokenHash(sha256.digest(token.getBytes(StandardCharsets.UTF_8))));
    }

    static Command.IrcLine line(SessionId session, long clientMessageId, String text) {
        return new Command.IrcLine(session, clientMessageId, text, "192.0.2.1");
    }

    static Outcome accepted(Consensus node, Command command) throws Exception {
        Outcome outcome = node.submit(command).get(WAIT_SECONDS, TimeUnit.SECONDS);
        if (!outcome.accepted()) {
            throw new AssertionError(command + " was refused: " + outcome);
        }
        return outcome;
    }

    /** Says a word in the channel. */
    CompletableFuture<Outcome> say(Consensus node, long clientMessageId, String word) {
        return node.submit(line(speaker, clientMessageId, "PRIVMSG " + CHANNEL + " :" + word));
    }

    /** The words that the listener's stream on that node holds after a position, in order. */
    List<String> heard(Consensus node, MessageId after) throws OutputGoneException {
        OutputLog output = node.output();
        List<String> words = new ArrayList<>();
        MessageId position = after;
        while (position.id() < output.tail()) {
            position =
                    output.read(
                            listener,
                            position,
                            1 << 20,
                            (id, line) -> {
                                if (line.text().contains(" PRIVMSG " + CHANNEL + " :")) {
                                    words.add(
                                            line.text()
                                                    .substring(line.text().lastIndexOf(':') + 1));
                                }
                            });
        }
        return words;
    }

    /** The same, as soon as that node has applied a command. */
    List<String> heardOnceApplied(Consensus node, long id) throws Exception {
        node.whenApplied(id).get(WAIT_SECONDS, TimeUnit.SECONDS);
        return heard(node, new MessageId(listener.value(), 0));
    }
}
