package net.robustirc.session.server;

/** What a server is wanted for, which decides how it is chosen. */
public enum Purpose {
    /** Create, post and delete: best sent to the leader. */
    POST,
    /** The receive stream: any server serves it as well as another. */
    STREAM
}
