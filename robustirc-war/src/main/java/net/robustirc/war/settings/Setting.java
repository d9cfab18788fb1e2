package net.robustirc.war.settings;

import java.util.Locale;
import java.util.Optional;

/** Every setting there is: its name, its default and whether its value is a secret. */
public enum Setting {
    NETWORK_NAME("network.name"),
    NETWORK_PASSWORD("network.password", "", true),
    NETWORK_PASSWORD_FILE("network.password.file", "", false),
    DATA_DIR("data.dir"),
    PUBLIC_ADDRESS("public.address"),
    RAFT_BIND("raft.bind", "", false),
    RAFT_TLS_KEY("raft.tls.key"),
    RAFT_TLS_CERTIFICATE("raft.tls.certificate"),
    RAFT_TLS_CA("raft.tls.ca"),
    SNAPSHOT_COMMANDS("snapshot.commands", "100000", false),
    SNAPSHOT_BYTES("snapshot.bytes", "33554432", false),
    CREATE_RATE("create.rate", "5", false),
    PROCESS_EXIT("process.exit", "false", false);

    static final String KEY_PREFIX = "robustirc.";
    static final String VARIABLE_PREFIX = "ROBUSTIRC_";

    private final String name;
    private final Optional<String> fallback;
    private final boolean secret;

    /** A setting that must be given. */
    Setting(String name) {
        this.name = name;
        this.fallback = Optional.empty();
        this.secret = false;
    }

    Setting(String name, String fallback, boolean secret) {
        this.name = name;
        this.fallback = Optional.of(fallback);
        this.secret = secret;
    }

    /** Name as init parameter and system property, e.g. {@code robustirc.data.dir}. */
    public String key() {
        return KEY_PREFIX + name;
    }

    /** Name in the environment, e.g. {@code ROBUSTIRC_DATA_DIR}. */
    public String variable() {
        return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** The default, empty text where the setting may be left out; none where it is required. */
    public Optional<String> fallback() {
        return fallback;
    }

    public boolean secret() {
        return secret;
    }
}
