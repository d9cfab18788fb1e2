package net.robustirc.statemachine.snapshot;

/** Names of the maps of an image. What they hold: statemachine/schema.md. */
final class Schema {
    /** Number of this schema; another one is not read. */
    static final int VERSION = 5;

    static final String NETWORK = "network";
    static final String CONFIG = "config";
    static final String MEMBERS = "members";
    static final String SUBMISSIONS = "submissions";
    static final String SESSIONS = "sessions";
    static final String CHANNELS = "channels";
    static final String HISTORY = "history";
    static final String MONITORS = "monitors";
    static final String BANS = "bans";
    static final String ACTIONS = "actions";
    static final String COMMANDS = "commands";
    static final String HOLDS = "holds";

    /** Key of the only entry of a map that has one. */
    static final String ONLY = "only";

    private Schema() {}
}
