package net.robustirc.session;

/**
 * What a session tells its owner. All calls of one session come from one I/O thread, one at a time;
 * they must not block. A consumer that cannot take more calls {@link
 * RobustSession#pauseReceiving()}.
 */
public interface SessionListener {
    /** One IRC line without its line end; each exactly once and in order. */
    void line(MessagePosition position, String line);

    /**
     * A server sent a line at or before the last one handed over, against the protocol. It is
     * dropped; who measures or tests a network wants to know.
     */
    default void repeated(MessagePosition position) {}

    /**
     * False once when the network could not be read, or not be posted to, for {@link
     * Timeouts#stallNotice()}, true once when both work again. Short failovers are not reported.
     */
    default void available(boolean available) {}

    /**
     * The session is over, for whatever reason; called exactly once and last. The reason is one
     * sentence fit for a user: no line ends, addresses or session ids.
     */
    void ended(String reason);
}
