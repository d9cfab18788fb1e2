package net.robustirc.war.settings;

import net.robustirc.consensus.ConsensusSettings;

/**
 * All settings of one node.
 *
 * @param consensus what the node needs to take part in the network
 * @param createRate sessions a second that one address may create at last; 0 is without limit
 * @param processExit whether the process belongs to the node: a failed start and {@code POST /quit}
 *     end it
 */
public record NodeSettings(
        NetworkSettings network,
        ConsensusSettings consensus,
        int createRate,
        boolean processExit) {}
