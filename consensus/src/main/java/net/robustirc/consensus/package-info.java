/** The front door of consensus: submit a command, read the state, read the output. */
package net.robustirc.consensus;
