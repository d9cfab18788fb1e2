/** The state image in an MVStore file: written aside, verified, then published (design D9). */
package net.robustirc.consensus.snapshot;
