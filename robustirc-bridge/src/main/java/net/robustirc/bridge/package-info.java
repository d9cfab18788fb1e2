/** The bridge as a program: its flags, its start and its end. */
package net.robustirc.bridge;
