/** Connections between nodes: questions and answers over mutual TLS. Knows nothing of Raft. */
package net.robustirc.consensus.peer;
