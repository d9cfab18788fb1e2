package net.robustirc.statemachine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import net.robustirc.irc.CaseFolding;
import net.robustirc.irc.ChannelName;
import net.robustirc.irc.Mask;
import net.robustirc.irc.TimeText;
import net.robustirc.irc.Utf8;
import net.robustirc.statemachine.state.Channel;

/**
 * Which channels a LIST asks for: ELIST=CMNTU. A channel is shown if it fits one of the masks, none
 * of those with {@code !}, and every condition. Modern IRC, "ELIST Parameter".
 */
final class ListFilter {
    private static final int SECONDS_PER_MINUTE = 60;

    /**
     * Masks and conditions of one LIST: each is compared with every channel, so that more would
     * hold up the whole network. Those beyond it are ignored; names are not counted.
     */
    private static final int MAX_ITEMS = 10;

    private final long nowNanos;
    private final Set<String> names = new TreeSet<>();
    private final List<String> masks = new ArrayList<>(1);
    private final List<String> otherMasks = new ArrayList<>(1);
    private final List<Predicate<Channel>> conditions = new ArrayList<>(1);

    ListFilter(List<String> items, long nowNanos) {
        this.nowNanos = nowNanos;
        items.stream()
                .filter(ListFilter::isName)
                .forEach(item -> names.add(CaseFolding.fold(item)));
        items.stream().filter(item -> !isName(item)).limit(MAX_ITEMS).forEach(this::add);
    }

    /** Whether the items are nothing but names, so that no other channel need be looked at. */
    static boolean isNames(List<String> items) {
        return !items.isEmpty() && items.stream().allMatch(ListFilter::isName);
    }

    private static boolean isName(String item) {
        return ChannelName.looksLikeOne(item) && !Mask.isPattern(item);
    }

    /** Whether that is a list of conditions and no server. */
    static boolean isCondition(String text) {
        String start = Utf8.cut(text, 2);
        return text.startsWith("!") || start.indexOf('<') >= 0 || start.indexOf('>') >= 0;
    }

    boolean shows(Channel channel) {
        String name = CaseFolding.fold(channel.name().toString());
        boolean all = masks.isEmpty() && names.isEmpty();
        return (all
                        || names.contains(name)
                        || masks.stream().anyMatch(mask -> Mask.matches(mask, name)))
                && otherMasks.stream().noneMatch(mask -> Mask.matches(mask, name))
                && conditions.stream().allMatch(condition -> condition.test(channel));
    }

    private void add(String item) {
        char first = item.charAt(0);
        if (first == '!') {
            otherMasks.add(CaseFolding.fold(item.substring(1)));
        } else if (compares(item, 0)) {
            comparison(item, 1).ifPresent(this::members);
        } else if ((first == 'C' || first == 'c') && compares(item, 1)) {
            comparison(item.substring(1), SECONDS_PER_MINUTE).ifPresent(this::created);
        } else if ((first == 'T' || first == 't') && compares(item, 1)) {
            comparison(item.substring(1), SECONDS_PER_MINUTE).ifPresent(this::topic);
        } else {
            masks.add(CaseFolding.fold(item));
        }
    }

    private static boolean compares(String item, int index) {
        return item.startsWith("<", index) || item.startsWith(">", index);
    }

    private void members(LongPredicate fits) {
        conditions.add(channel -> fits.test(channel.members().size()));
    }

    /** {@code C<30}: created less than 30 minutes ago. */
    private void created(LongPredicate fits) {
        conditions.add(channel -> fits.test(secondsSince(channel.createdNanos())));
    }

    /** {@code T>30}: topic set more than 30 minutes ago; there must be one. */
    private void topic(LongPredicate fits) {
        conditions.add(
                channel ->
                        channel.topic().isSet()
                                && fits.test(secondsSince(channel.topic().timeNanos())));
    }

    private long secondsSince(long nanos) {
        return TimeText.seconds(nowNanos - nanos);
    }

    /** {@code <5} or {@code >5}, of that unit; without a number it asks for nothing. */
    private static Optional<LongPredicate> comparison(String text, long unit) {
        long number = Words.number(text.substring(1)) * unit;
        if (number < 0) {
            return Optional.empty();
        }
        return Optional.of(
                text.charAt(0) == '<' ? value -> value < number : value -> value > number);
    }
}
