/** The immutable state: sessions, channels, members of the network, with structural sharing. */
package net.robustirc.statemachine.state;
