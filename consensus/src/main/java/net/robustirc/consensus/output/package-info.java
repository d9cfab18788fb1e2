/** The output log: lines with recipients in segments that survive a restart (design D5). */
package net.robustirc.consensus.output;
