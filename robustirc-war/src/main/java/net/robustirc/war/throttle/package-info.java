/** Admission before Raft: what this node alone decides, and forgets when it stops (design D16). */
package net.robustirc.war.throttle;
