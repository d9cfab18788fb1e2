/** The bytes of the protocol: requests, answers and the objects of the receive stream. */
package net.robustirc.session.wire;
