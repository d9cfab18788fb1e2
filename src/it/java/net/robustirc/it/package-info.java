/** Real processes, real sockets, kill -9: the promises that only a whole network can keep. */
package net.robustirc.it;
