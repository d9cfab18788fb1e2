/**
 * The output log: lines with recipients in segments that survive a restart (design D5).
 *
 * <p>The log is a chain of blocks; a block holds the outputs of a run of commands. The newest block
 * is open and grows in memory; a full one is encoded and written to the current segment file, and
 * stays in memory too while there is room. So the border between memory and disk is always a border
 * between blocks, and reading is the same code on both sides of it. {@code FORMAT.md} beside this
 * package describes the bytes.
 */
package net.robustirc.consensus.output;
