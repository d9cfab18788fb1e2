package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Numeric;
import net.robustirc.irc.TimeText;
import net.robustirc.statemachine.state.Channel;
import net.robustirc.statemachine.state.ChannelFlag;
import net.robustirc.statemachine.state.ChannelModes;

/** MODE: shows or changes the modes of a channel or of oneself. RFC 2812 3.1.5 and 3.2.3. */
final class ModeCommand implements IrcCommand {
    @Override
    public CommandSpec spec() {
        return CommandSpec.answeringLong("MODE", 1);
    }

    @Override
    public boolean asks(Call call) {
        return call.param(1).isEmpty()
                || ChannelName.looksLikeOne(call.param(0))
                        && asksForList(call.param(1), call.paramsFrom(2));
    }

    /** Whether there is no mask for one of the list letters: {@code b}, {@code +ob nick}. */
    private static boolean asksForList(String letters, List<String> params) {
        boolean adding = true;
        int taken = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == '+' || letter == '-') {
                adding = letter == '+';
            } else if (ModeLetters.CHANNEL_WITH_PARAM.indexOf(letter) >= 0) {
                boolean missing = taken >= params.size() || params.get(taken).isEmpty();
                if (missing && ModeLetters.LISTS.indexOf(letter) >= 0) {
                    return true;
                }
                taken += letter == 'l' && !adding ? 0 : 1;
            }
        }
        return false;
    }

    @Override
    public void run(Call call) {
        if (!ChannelName.looksLikeOne(call.param(0))) {
            UserModeChange.run(call);
            return;
        }
        Optional<Channel> channel = Visibility.known(call, call.param(0));
        if (channel.isEmpty()) {
            call.reply(Numeric.ERR_NOSUCHCHANNEL, call.param(0));
        } else if (call.param(1).isEmpty()) {
            answer(call, channel.get());
        } else {
            new ChannelModeChange(call, channel.get()).run(call.param(1), call.paramsFrom(2));
        }
    }

    private static void answer(Call call, Channel channel) {
        String name = channel.name().toString();
        String created = Long.toString(TimeText.seconds(channel.createdNanos()));
        List<String> words = new ArrayList<>(List.of(name));
        words.addAll(words(channel, channel.has(call.sender())));
        call.replyWords(Numeric.RPL_CHANNELMODEIS, words.toArray(String[]::new));
        call.replyWords(Numeric.RPL_CREATIONTIME, name, created);
    }

    /**
     * A channel's modes: {@code +kln key 5}, word by word.
     *
     * @param open whether the key is shown, or {@code *} for it
     */
    static List<String> words(Channel channel, boolean open) {
        ChannelModes modes = channel.modes();
        StringBuilder letters = new StringBuilder("+");
        for (int i = 0; i < ModeLetters.SHOWN.length(); i++) {
            char letter = ModeLetters.SHOWN.charAt(i);
            if (isSet(modes, letter)) {
                letters.append(letter);
            }
        }
        List<String> words = new ArrayList<>(3);
        words.add(letters.toString());
        if (!modes.key().isEmpty()) {
            words.add(open ? modes.key() : "*");
        }
        if (modes.limit() > 0) {
            words.add(Integer.toString(modes.limit()));
        }
        return words;
    }

    private static boolean isSet(ChannelModes modes, char letter) {
        return switch (letter) {
            case 'k' -> !modes.key().isEmpty();
            case 'l' -> modes.limit() > 0;
            default -> ChannelFlag.of(letter).filter(modes::has).isPresent();
        };
    }
}
