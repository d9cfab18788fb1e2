package net.robustirc.statemachine.state;

import net.robustirc.statemachine.entry.SessionId;

/** What a session is to the network. irc-commands.md 2. */
public sealed interface Role {
    /** A user whom services do not know, or who is none yet. */
    Role USER = new User("0");

    /**
     * A user, or who may become one.
     *
     * @param serviceId what services keep with it (SVSMODE +d): {@code 0}, a number or an account
     */
    record User(String serviceId) implements Role {}

    /**
     * A services link; what it says of itself is its real name.
     *
     * @param server name of the services server
     * @param hops as it said
     */
    record Link(String server, int hops) implements Role {}

    /**
     * A pseudo-client of services, e.g. NickServ.
     *
     * @param link session that speaks for it and gets what it is told
     */
    record PseudoClient(SessionId link) implements Role {}
}
