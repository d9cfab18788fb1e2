/** A small certificate authority, for networks that have none. */
package net.robustirc.tools.tls;
