/** Settings of one node: typed records, few names, an unknown one stops the start (design D17). */
package net.robustirc.war.settings;
