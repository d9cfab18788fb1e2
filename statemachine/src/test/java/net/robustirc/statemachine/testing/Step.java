package net.robustirc.statemachine.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** One line of a transcript. */
public sealed interface Step {
    /** Line number in its file, for messages. */
    int number();

    /** {@code alice > LINE}: a session posts; at its first post it is created. */
    record Post(int number, String session, String line) implements Step {}

    /** {@code alice,bob < LINE}: the next line that the newest entry sent, and who gets it. */
    record Expect(int number, SortedSet<String> recipients, String line) implements Step {}

    /** {@code alice,bob end}: the newest entry ended these sessions, in this order. */
    record Ended(int number, List<String> sessions) implements Step {}

    /**
     * {@code register alice ali}: NICK and USER, with all that they send; only registration.irc
     * lists it.
     */
    record Register(int number, String session, String username) implements Step {}

    /** {@code @ 2015-01-02T20:03:38Z}: the stamp of the following entries. */
    record SetTime(int number, Instant time) implements Step {}

    /** {@code @ +90s}: the stamp moves on, at once. */
    record MoveTime(int number, Duration by) implements Step {}

    /** {@code address alice 192.0.2.1}: where her following posts come from; else unknown. */
    record From(int number, String session, String address) implements Step {}

    /** {@code stream alice}: a stream shows the address that she has now. */
    record Stream(int number, String session) implements Step {}

    /** {@code tick}: the leader lets expiry be judged. */
    record Tick(int number) implements Step {}

    /** {@code delete alice :text}: the session is deleted over the API. */
    record Delete(int number, String session, String text) implements Step {}

    /** {@code lose alice :text}: a node ends the session, which lost lines. */
    record Lose(int number, String session, String text) implements Step {}

    /** {@code config MaxChannels=1}: a network configuration ({@link TranscriptConfig}). */
    record Config(int number, SortedMap<String, String> settings) implements Step {}

    /**
     * {@code credential oper alice accepted}, {@code credential services rejected}: what the web
     * application found of a secret in the next posted line, in which it stands masked.
     */
    record Checked(int number, String kind, String account, boolean accepted) implements Step {}
}
