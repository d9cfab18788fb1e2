/**
 * The client half of the RobustSession protocol: sessions that survive the loss of servers. {@link
 * net.robustirc.session.RobustNetwork} is the front door; the sub-packages are not API.
 */
package net.robustirc.session;
