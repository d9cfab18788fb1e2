package net.robustirc.statemachine.state;

/**
 * A channel's topic.
 *
 * @param text empty if none is set
 * @param setter nick of who set it
 * @param timeNanos when, Unix nanoseconds
 */
public record Topic(String text, String setter, long timeNanos) {
    public static final Topic NONE = new Topic("", "", 0);

    public boolean isSet() {
        return !text.isEmpty();
    }
}
