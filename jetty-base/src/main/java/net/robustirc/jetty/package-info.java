/** What a node needs of Jetty itself; on the server's class path, unknown to the WAR. */
package net.robustirc.jetty;
