/**
 * The IRC line: parsing, writing, names and numerics. Shared with the bridge; knows nothing of
 * state.
 */
package net.robustirc.irc;
