/** Measures a network: many sessions post and read, every line is accounted for. */
package net.robustirc.tools.load;
