package net.robustirc.session.server;

import java.util.Optional;

/**
 * The pool's answer to "which server now?".
 *
 * @param server usable now; empty if none is
 * @param waitNanos until it is worth asking again, if none is
 */
public record Choice(Optional<ServerAddress> server, long waitNanos) {
    static Choice of(ServerAddress server) {
        return new Choice(Optional.of(server), 0);
    }

    static Choice later(long waitNanos) {
        return new Choice(Optional.empty(), waitNanos);
    }
}
