package net.robustirc.bridge.irc;

/** How notices about the network are worded: {@code %s} stands for the text, empty for none. */
public record NoticeFormat(String format) {
    private static final String TEXT = "%s";

    /** Whether users get notices at all. */
    public boolean isOn() {
        return !format.isEmpty();
    }

    /** The text in its frame; other percent signs mean themselves. */
    String apply(String text) {
        return format.replace(TEXT, text);
    }
}
