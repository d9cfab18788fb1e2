package net.robustirc.consensus.peer;

import java.io.IOException;

/** What a node answers to the others. Called on a connection's own thread, and may block. */
@FunctionalInterface
public interface PeerAnswers {
    /**
     * @throws IOException whose message is the answer, {@link Frame#FAILED}
     * @throws IllegalArgumentException whose message is the answer, {@link Frame#REFUSED}
     */
    Frame answer(Frame question) throws IOException;
}
