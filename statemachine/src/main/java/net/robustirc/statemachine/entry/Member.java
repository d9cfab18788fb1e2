package net.robustirc.statemachine.entry;

/**
 * A node of the network as it announced itself.
 *
 * @param peerId its Raft peer id
 * @param publicAddress {@code host:port} at which clients reach it
 * @param version of the software it runs
 * @param maxLevel highest behaviour level it knows
 */
public record Member(String peerId, String publicAddress, String version, int maxLevel) {}
