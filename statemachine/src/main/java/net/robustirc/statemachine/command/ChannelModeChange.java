package net.robustirc.statemachine.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Numeric;
import net.robustirc.statemachine.config.Privilege;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.ChannelModes;
import net.robustirc.statemachine.state.MemberStatus;
import net.robustirc.statemachine.state.Session;

/**
 * MODE with a channel and letters: applies them one after the other, answers each that cannot be
 * applied, and tells the channel exactly what was (ours.md section 2).
 */
final class ChannelModeChange {
    /** Changes with a parameter in one command; announced as MODES. Those beyond it are ignored. */
    static final int MAX_WITH_PARAM = 20;

    /** Errors in one command; more would only make a long line cost the network much. */
    private static final int MAX_COMPLAINTS = 20;

    private final Call call;
    private final String name;
    private final boolean allowed;
    private final boolean overrides;
    private final ModeEcho echo;
    private final MaskChange masks;
    private Channel channel;
    private boolean adding = true;
    private int withParam;
    private final Set<String> complaints = new TreeSet<>();
    private Deque<String> params = new ArrayDeque<>();

    ChannelModeChange(Call call, Channel channel) {
        this.call = call;
        this.channel = channel;
        this.name = channel.name().toString();
        this.overrides =
                !channel.operatedBy(call.sender()) && call.may(Privilege.OVERRIDE_CHANNEL_MODES);
        this.allowed = call.fromServices() || overrides || channel.operatedBy(call.sender());
        this.echo = new ModeEcho(head().build());
        this.masks = new MaskChange(call, echo);
    }

    void run(String letters, List<String> given) {
        params = new ArrayDeque<>(given);
        letters.codePoints().forEach(this::letter);
        call.state().replace(channel);
        for (ModeEcho.Line told : echo.lines()) {
            call.announce(channel, line(told.changes()));
            if (overrides) {
                overridden(told);
            }
        }
    }

    private LineBuilder line(String changes) {
        LineBuilder line = head();
        Words.split(changes, ' ').forEach(line::word);
        return line;
    }

    /** An IRC operator's right counts where the channel gives none; he may not even be there. */
    private void overridden(ModeEcho.Line told) {
        String changes = told.changes();
        // A key is for members only, so its change is told without parameters.
        String letters = changes.substring(0, (changes + " ").indexOf(' '));
        call.audit("MODE " + name + " " + (letters.indexOf('k') < 0 ? changes : letters));
        if (!channel.has(call.sender())) {
            call.send(line(told.covered()));
        }
    }

    private LineBuilder head() {
        return call.says("MODE").word(name);
    }

    private void letter(int letter) {
        switch (letter) {
            case '+' -> adding = true;
            case '-' -> adding = false;
            case 'b', 'e', 'I' -> mask((char) letter);
            case 'o', 'v' -> member((char) letter);
            case 'k' -> key();
            case 'l' -> limit();
            default -> flag(letter);
        }
    }

    /** Answers 482 unless the sender is channel operator. */
    private boolean refused() {
        if (!allowed) {
            complain(Numeric.ERR_CHANOPRIVSNEEDED, name);
        }
        return !allowed;
    }

    private void complain(Numeric numeric, String... words) {
        complainText(numeric, numeric.text(), words);
    }

    /** Answers an error, however often its cause stands there, once. */
    private void complainText(Numeric numeric, String text, String... words) {
        LineBuilder line = call.numeric(numeric, words).text(text);
        if (complaints.size() < MAX_COMPLAINTS && complaints.add(line.build())) {
            call.send(line);
        }
    }

    /** The next parameter, if there is one and not too many were taken. */
    private Optional<String> takeParam() {
        if (params.isEmpty() || withParam == MAX_WITH_PARAM) {
            return Optional.empty();
        }
        withParam++;
        return Optional.of(params.removeFirst());
    }

    private Optional<String> needParam() {
        boolean missing = params.isEmpty();
        Optional<String> param = takeParam().filter(text -> !text.isEmpty());
        if (missing) {
            complain(Numeric.ERR_NEEDMOREPARAMS, call.command());
        }
        return param;
    }

    private void flag(int letter) {
        Optional<ChannelFlag> flag = ChannelFlag.of(letter);
        if (flag.isEmpty()) {
            complain(Numeric.ERR_UNKNOWNMODE, Character.toString(letter));
        } else if (!refused() && !unavailable(flag.get()) && channel.has(flag.get()) != adding) {
            channel = channel.with(channel.modes().with(flag.get(), adding));
            echo.add(adding, flag.get().letter());
        }
    }

    /** Whether a flag is not for channel operators, or not for this network; answers so. */
    private boolean unavailable(ChannelFlag flag) {
        if (flag == ChannelFlag.REGISTERED && !call.fromServices()) {
            complain(Numeric.ERR_ONLYSERVERSCANCHANGE, name);
            return true;
        }
        if (flag == ChannelFlag.CAPTCHA && adding && !Captcha.configured(call.config())) {
            if (complaints.add("+x")) {
                call.notice("Cannot set mode +x, no CaptchaURL/CaptchaHMACSecret configured");
            }
            return true;
        }
        return false;
    }

    private void mask(char letter) {
        if (params.isEmpty() || params.getFirst().isEmpty()) {
            list(letter);
            return;
        }
        Optional<String> mask = takeParam();
        if (mask.isPresent() && !refused()) {
            channel = masks.change(channel, letter, adding, mask.get());
        }
    }

    /** Exceptions tell those outside how to get in, so they are shown to members only. */
    private void list(char letter) {
        if (letter == 'b' || allowed || channel.has(call.sender())) {
            masks.list(channel, letter);
        } else {
            complain(Numeric.ERR_NOTONCHANNEL, name);
        }
    }

    private void member(char letter) {
        if (refused()) {
            takeParam();
            return;
        }
        Optional<String> nick = needParam();
        if (nick.isEmpty()) {
            return;
        }
        Optional<Session> user =
                call.state().sessions().findNick(nick.get()).filter(Session::registered);
        if (user.isEmpty() && !call.fromServices()) {
            complain(Numeric.ERR_NOSUCHNICK, nick.get());
        } else if (user.isEmpty() || !channel.has(user.get().id())) {
            complain(Numeric.ERR_USERNOTINCHANNEL, nick.get(), name);
        } else {
            status(letter, user.get());
        }
    }

    private void status(char letter, Session user) {
        MemberStatus before = channel.status(user.id()).orElseThrow();
        MemberStatus after = letter == 'o' ? before.withOperator(adding) : before.withVoice(adding);
        if (before != after) {
            channel = channel.with(user.id(), after);
            echo.add(adding, letter, user.nick().toString());
        }
    }

    private void key() {
        if (refused()) {
            takeParam();
        } else if (adding) {
            needParam().ifPresent(this::setKey);
        } else {
            takeParam();
            if (!channel.modes().key().isEmpty()) {
                echo.add(false, 'k', channel.modes().key(), "*");
                channel = channel.with(channel.modes().withKey(""));
            }
        }
    }

    private void setKey(String typed) {
        String key = ChannelModes.cutKey(typed);
        if (key.indexOf(' ') >= 0 || key.indexOf(',') >= 0 || key.charAt(0) == ':') {
            invalid('k', typed, "A key has no spaces, commas or leading colon");
        } else if (!key.equals(channel.modes().key())) {
            channel = channel.with(channel.modes().withKey(key));
            echo.add(true, 'k', key);
        }
    }

    private void limit() {
        if (refused()) {
            if (adding) {
                takeParam();
            }
        } else if (adding) {
            needParam().ifPresent(this::setLimit);
        } else if (channel.modes().limit() > 0) {
            channel = channel.with(channel.modes().withLimit(0));
            echo.add(false, 'l');
        }
    }

    private void setLimit(String typed) {
        int limit = Words.number(typed);
        if (limit <= 0) {
            invalid('l', typed, "A limit is a number above 0");
        } else if (limit != channel.modes().limit()) {
            channel = channel.with(channel.modes().withLimit(limit));
            echo.add(true, 'l', Integer.toString(limit));
        }
    }

    private void invalid(char letter, String param, String text) {
        complainText(Numeric.ERR_INVALIDMODEPARAM, text, name, Character.toString(letter), param);
    }
}
