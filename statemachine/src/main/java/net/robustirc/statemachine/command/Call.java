package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.IrcMessage;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.Prefix;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.config.NetworkConfig;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.entry.Command;
import net.robustirc.statemachine.entry.Credential;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.OutputBuilder;
import net.robustirc.statemachine.output.Recipients;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.NetworkDraft;
import net.robustirc.statemachine.state.Profile;
import net.robustirc.statemachine.state.Session;
import net.robustirc.statemachine.state.UserMode;

/** One command of one session on its way: what it says, what it may change, whom it answers. */
final class Call {
    /** So many are looked at in the time that a line takes to be made, sent and kept. */
    private static final int ENTRIES_PER_LINE = 20;

    private final NetworkDraft state;
    private final OutputBuilder out;
    private final SessionId sender;
    private final IrcMessage message;
    private final Optional<Prefix> services;
    private final Command.IrcLine posted;
    private int looked;

    /**
     * A call that a post makes.
     *
     * @param message what the posted line says
     */
    Call(NetworkDraft state, OutputBuilder out, IrcMessage message, Command.IrcLine posted) {
        this.state = state;
        this.out = out;
        this.sender = posted.session();
        this.message = message;
        this.posted = posted;
        this.services = Optional.empty();
    }

    private Call(Call call, SessionId sender, Optional<Prefix> services) {
        this.state = call.state;
        this.out = call.out;
        this.sender = sender;
        this.message = call.message;
        this.posted = call.posted;
        this.services = services;
    }

    /** The same for another session: what services do to it looks as if it did so itself. */
    Call as(SessionId session) {
        return new Call(this, session, Optional.empty());
    }

    /**
     * The same as the line of a services link, which comes from the pseudo-client that its prefix
     * names: irc-commands.md 5.2.
     */
    Call ofServices() {
        Prefix from = new Prefix(Words.nickOf(message.prefix()), "services", "services");
        return new Call(this, sender, Optional.of(from));
    }

    /** Whether a services link sent it: such a call passes all rights. */
    boolean fromServices() {
        return services.isPresent();
    }

    /** Whom the prefix of a services line names; else the sender. Empty if it has none. */
    String actor() {
        return services.map(Prefix::name).orElseGet(() -> session().nick().toString());
    }

    NetworkDraft state() {
        return state;
    }

    OutputBuilder out() {
        return out;
    }

    /** The sender as it is now. */
    Session session() {
        return state.session(sender);
    }

    SessionId sender() {
        return sender;
    }

    long timeNanos() {
        return state.clock().timeNanos();
    }

    String command() {
        return message.command();
    }

    int paramCount() {
        return message.params().size();
    }

    /** A parameter; empty if there are not so many. */
    String param(int index) {
        return index < paramCount() ? message.params().get(index) : "";
    }

    /** Parameters from that one on. */
    List<String> paramsFrom(int index) {
        return index < paramCount() ? message.params().subList(index, paramCount()) : List.of();
    }

    /** A parameter taken apart at its commas; empty parts are left out. */
    List<String> list(int index) {
        return Words.split(param(index), ',');
    }

    /** The same without those that were named before: no name is worth two answers. */
    List<String> targets(int index) {
        List<String> names = list(index);
        if (names.size() < 2) {
            return names;
        }
        SortedMap<String, String> targets = new TreeMap<>();
        names.removeIf(name -> targets.put(CaseFolding.fold(name), name) != null);
        return names;
    }

    /** What the web application found of the secrets in the line. */
    List<Credential> credentials() {
        return posted.credentials();
    }

    NetworkConfig config() {
        return state.config().config();
    }

    /** What people call the network: the server's name if the configuration says nothing. */
    String networkName() {
        String name = config().networkName();
        return name.isEmpty() ? state.name() : name;
    }

    /** Whether the sender is an IRC operator who may do that. */
    boolean may(Privilege privilege) {
        Profile me = session().profile();
        return me.has(UserMode.OPERATOR) && config().irc().allows(me.operator(), privilege);
    }

    /** Answers 481 or 723 if the sender may not do that. */
    boolean lacks(Privilege privilege) {
        if (may(privilege)) {
            return false;
        }
        if (session().profile().has(UserMode.OPERATOR)) {
            reply(Numeric.ERR_NOPRIVS, privilege.text());
        } else {
            reply(Numeric.ERR_NOPRIVILEGES);
        }
        return true;
    }

    /** Notes that so many users or channels were looked at, whether they are shown or not. */
    void looked(int entries) {
        looked += entries / ENTRIES_PER_LINE;
    }

    /** What was looked at, as lines that would have been as much work. */
    int looked() {
        return looked;
    }

    /** Keeps what the sender does as an IRC operator, for STATS a. */
    void audit(String text) {
        state.audit(session(), text);
    }

    Session update(Profile profile) {
        return state.update(session(), profile);
    }

    /** A line that comes from the sender. */
    LineBuilder says(String command) {
        return LineBuilder.from(services.orElseGet(() -> session().prefix()), command);
    }

    /** Answers with the numeric's own text. */
    void reply(Numeric numeric, String... words) {
        send(numeric(numeric, words).text(numeric.text()));
    }

    /** Answers with other text. */
    void replyText(Numeric numeric, String text, String... words) {
        send(numeric(numeric, words).text(text));
    }

    /** Answers with text that may be longer than a line: with as many as it needs. */
    void replyLong(Numeric numeric, String text, String... words) {
        int room = numeric(numeric, words).text("").room();
        for (String part : Utf8.parts(text, room)) {
            replyText(numeric, part, words);
        }
    }

    /** Answers with words alone. */
    void replyWords(Numeric numeric, String... words) {
        send(numeric(numeric, words));
    }

    /** Tells something that has no numeric. */
    void notice(String text) {
        send(LineBuilder.from(state.name(), "NOTICE").word(session().nick().toString()).text(text));
    }

    void refuse(Refusal refusal) {
        LineBuilder line = numeric(refusal.numeric());
        refusal.words().forEach(line::word);
        send(line.text(refusal.text()));
    }

    /** Answers with as many lines as the items need. */
    void replyItems(Numeric numeric, Iterable<String> items, String... words) {
        replyLines(numeric(numeric, words), items, ' ');
    }

    /** Answers with as many lines as the items, with commas between them, need. */
    void replyList(Numeric numeric, Iterable<String> items) {
        replyLines(numeric(numeric), items, ',');
    }

    private void replyLines(LineBuilder head, Iterable<String> items, char separator) {
        for (String line : Words.lines(head.text("").build(), items, separator)) {
            out.add(new Recipients.One(sender), line);
        }
    }

    /** The beginning of a numeric: {@code :S NNN me words}. */
    LineBuilder numeric(Numeric numeric, String... words) {
        boolean known = fromServices() || session().registered();
        LineBuilder line =
                LineBuilder.from(state.name(), numeric.code()).word(known ? actor() : "*");
        for (String word : words) {
            line.word(word);
        }
        return line;
    }

    /** To the sender. */
    void send(LineBuilder line) {
        send(sender, line);
    }

    /** To one session. */
    void send(SessionId recipient, LineBuilder line) {
        SessionId stream =
                recipient.isPseudoClient() ? state.session(recipient).stream() : recipient;
        out.add(new Recipients.One(stream), line.build());
    }

    /** To those, if there are any. */
    void send(Audience audience, LineBuilder line) {
        audience.recipients().ifPresent(recipients -> out.add(recipients, line.build()));
    }

    /** Nobody yet; the services link that sent the line hears nothing of it again. */
    Audience audience() {
        return new Audience(state, fromServices() ? Optional.of(sender) : Optional.empty());
    }

    /** To all members. */
    void sendAll(Channel channel, LineBuilder line) {
        send(audience().members(channel), line);
    }

    /** To all members, and to services, who keep track of it. */
    void announce(Channel channel, LineBuilder line) {
        send(audience().members(channel).services(), line);
    }

    /** To all members but the sender; nothing if there is nobody else. */
    void sendOthers(Channel channel, LineBuilder line) {
        send(audience().membersBut(channel, sender), line);
    }

    /** To members with such a status but the sender: they are few, so each is named. */
    void sendSome(Channel channel, Predicate<MemberStatus> status, LineBuilder line) {
        looked(channel.members().size());
        List<SessionId> some = new ArrayList<>();
        channel.members()
                .members()
                .forEach(
                        (member, has) -> {
                            if (status.test(has) && !member.equals(sender)) {
                                some.add(member);
                            }
                        });
        sendEach(some, line);
    }

    /** To each of them; nothing if there are none. */
    void sendEach(List<SessionId> recipients, LineBuilder line) {
        Audience each = audience();
        recipients.forEach(each::one);
        send(each, line);
    }

    /** To all services links. */
    void sendServices(LineBuilder line) {
        send(audience().services(), line);
    }

    /** The sender, everybody on its channels, and services. */
    Audience neighbours() {
        Audience near = audience();
        if (session().channels().isEmpty()) {
            near.one(sender);
        }
        for (ChannelName name : session().channels()) {
            near.members(state.channels().find(name).orElseThrow());
        }
        return near.services();
    }

    /** The channel that a client means. */
    Optional<Channel> channel(String typed) {
        return state.channels().find(typed);
    }
}
