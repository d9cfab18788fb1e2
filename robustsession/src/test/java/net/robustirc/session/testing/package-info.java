/** A scripted RobustSession network on loopback, for this module's tests and the bridge's. */
package net.robustirc.session.testing;
