/** Streams to clients: cursors on the output log, owned by delivery shards (design D6). */
package net.robustirc.war.stream;
