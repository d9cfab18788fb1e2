package net.robustirc.war.settings;

import net.robustirc.consensus.ConsensusSettings;

/**
 * All settings of one node.
 *
 * @param consensus what the node needs to take part in the network
 * @param processExit whether the process belongs to the node: a failed start and {@code POST /quit}
 *     end it
 */
public record NodeSettings(
        NetworkSettings network, ConsensusSettings consensus, boolean processExit) {}
