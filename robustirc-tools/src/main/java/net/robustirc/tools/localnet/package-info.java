/** A whole network on this machine: real nodes, a bridge, and somebody who looks after them. */
package net.robustirc.tools.localnet;
