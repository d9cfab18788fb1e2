package net.robustirc.consensus.output;

import net.robustirc.statemachine.entry.MessageId;
import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.output.Output;
import net.robustirc.statemachine.output.OutputLine;

/**
 * Everything that was sent to clients and may still be asked for, in order. Written by the apply
 * thread alone, read by any thread.
 */
public interface OutputLog {
    /** Id of the newest command whose output is here; everything up to it can be read. */
    long tail();

    /**
     * Output is held without a gap for every command with a greater id than this. A reader whose
     * {@code lastseen} is below it must be sent elsewhere (503), or told that lines are lost.
     */
    long floor();

    /**
     * The floor of the whole network: nobody holds output up to this id any more, as it is older
     * than the session expiration, on the idle clock. At or above {@link #floor()} only by chance.
     */
    long networkFloor();

    /** Calls the listener, on the apply thread, whenever the tail has moved; it must not block. */
    AutoCloseable onTailMoved(Runnable listener);

    /**
     * Hands over, in order, the outputs of commands with ids in ({@code after}, tail] that sent
     * something or ended a session; stops early when the reader returns false. Meant for readers
     * near the tail: they read memory.
     *
     * @return id up to which everything was handed over: the next call starts there
     * @throws OutputGoneException if {@code after} is below the floor
     */
    long forEachAfter(long after, OutputReader reader) throws OutputGoneException;

    /**
     * Looks for lines to one session after a position; reads memory or segments. Looks at a bounded
     * part of the log at a time, so a caller far behind calls again until the result reaches what
     * it wants.
     *
     * @param limit stop after the line that makes the text handed over reach so many bytes
     * @param after what is behind the tail (a node that lags) stays where it is
     * @return position up to which everything was looked at: the next call starts there. Reply
     *     {@link Integer#MAX_VALUE} stands for a command's whole output
     * @throws OutputGoneException if {@code after} is below the floor
     */
    MessageId read(SessionId session, MessageId after, int limit, LineReader reader)
            throws OutputGoneException;

    /** Takes one command's output; returns false to stop. */
    interface OutputReader {
        boolean read(Output output);
    }

    /** Takes what concerns the session that was asked for. */
    interface LineReader {
        void read(long id, OutputLine line);

        /** The session ended with that command; its lines were handed over before. */
        default void ended(long id) {}
    }

    /** The position asked for is older than what this node holds. */
    final class OutputGoneException extends Exception {
        private static final long serialVersionUID = 1;

        public OutputGoneException(String message) {
            super(message);
        }
    }
}
