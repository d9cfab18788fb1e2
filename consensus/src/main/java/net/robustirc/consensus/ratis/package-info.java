/** The only package that knows Ratis: log, replication, forwarding, snapshots' timing. */
package net.robustirc.consensus.ratis;
