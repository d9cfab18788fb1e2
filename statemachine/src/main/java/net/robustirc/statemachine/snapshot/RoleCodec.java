package net.robustirc.statemachine.snapshot;

import net.robustirc.statemachine.entry.SessionId;
import net.robustirc.statemachine.state.Role;

/** What a session is, as bytes: always the same fields, of which each kind uses some. */
final class RoleCodec {
    private static final int USER = 0;
    private static final int LINK = 1;
    private static final int PSEUDO_CLIENT = 2;

    private RoleCodec() {}

    static void write(ByteWriter out, Role role) {
        if (role instanceof Role.User user) {
            write(out, USER, user.serviceId(), 0);
        } else if (role instanceof Role.Link link) {
            write(out, LINK, link.server(), link.hops());
        } else if (role instanceof Role.PseudoClient client) {
            write(out, PSEUDO_CLIENT, "", client.link().value());
        }
    }

    private static void write(ByteWriter out, int kind, String name, long number) {
        out.varint(kind).text(name).varint(number);
    }

    static Role read(ByteReader value) {
        int kind = value.count();
        String name = value.text();
        long number = value.varint();
        return switch (kind) {
            case USER -> name.equals("0") ? Role.USER : new Role.User(name);
            case LINK -> new Role.Link(name, (int) number);
            case PSEUDO_CLIENT -> new Role.PseudoClient(new SessionId(number));
            default -> throw new IllegalArgumentException("no session is a " + kind);
        };
    }
}
