/** What a node that is not the leader tells its clients (design D7). */
package net.robustirc.war.forward;
