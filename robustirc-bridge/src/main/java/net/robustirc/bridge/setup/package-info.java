/** What an operator sets: flags and files, read and checked before anything starts. */
package net.robustirc.bridge.setup;
