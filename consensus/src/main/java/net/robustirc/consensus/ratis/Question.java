package net.robustirc.consensus.ratis;

import java.io.IOException;
import java.time.Duration;

/** What nodes ask each other; the answer is of the same kind. Numbers are never reused. */
enum Question {
    /** Raft's RequestVote, as Ratis' messages. */
    VOTE(1, Duration.ofSeconds(1)),
    /** AppendEntries. */
    APPEND(2, Duration.ofSeconds(2)),
    /** InstallSnapshot: one chunk, or the end, when all of it is put in its place. */
    SNAPSHOT(3, Duration.ofSeconds(10)),
    /** TimeoutNow. */
    ELECTION(4, Duration.ofSeconds(1)),
    /** ReadIndex. */
    READ_INDEX(5, Duration.ofSeconds(2)),
    /**
     * A batch of commands to the leader, answered by their outcomes. Only a leader that hangs
     * without losing its place is waited for so long.
     */
    FORWARD(6, Duration.ofSeconds(6)),
    /** Whether the node knows a leader: one byte, 0 or 1. The question is empty. */
    LEADER_KNOWN(7, Duration.ofSeconds(2));

    private final int code;
    private final Duration patience;

    Question(int code, Duration patience) {
        this.code = code;
        this.patience = patience;
    }

    static Question of(int code) throws IOException {
        for (Question question : values()) {
            if (question.code == code) {
                return question;
            }
        }
        throw new IOException("a question of kind " + code + " is not known to this version");
    }

    int code() {
        return code;
    }

    /** How long an answer may take. */
    Duration patience() {
        return patience;
    }
}
