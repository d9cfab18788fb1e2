/**
 * The state as named maps of bytes in canonical order: what a snapshot holds and a digest covers.
 */
package net.robustirc.statemachine.snapshot;
