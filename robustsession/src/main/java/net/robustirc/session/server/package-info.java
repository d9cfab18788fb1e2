/** Which server of the network to ask next: the list, back-off and the rules of choice. */
package net.robustirc.session.server;
