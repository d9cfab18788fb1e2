/** The command line: localnet, loadtest and the administrator's tools. */
package net.robustirc.tools;
