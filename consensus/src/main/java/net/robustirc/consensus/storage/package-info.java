/** A node's data directory: formatted once, locked while in use, refused if of another schema. */
package net.robustirc.consensus.storage;
