/** IRC connections: each a client on one side and a RobustSession on the other. */
package net.robustirc.bridge.irc;
