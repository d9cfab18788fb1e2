/** Client of the RobustSession protocol with failover; robustsession-client.md section 13. */
package net.robustirc.session;
