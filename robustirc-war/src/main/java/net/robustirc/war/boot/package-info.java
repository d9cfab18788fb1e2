/** Wires everything together: settings, consensus, routes, start and stop. */
package net.robustirc.war.boot;
