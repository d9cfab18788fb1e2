/** The private side of a node, as the tools use it. */
package net.robustirc.tools.node;
