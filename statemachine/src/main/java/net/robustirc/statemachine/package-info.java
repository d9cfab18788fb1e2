/**
 * The front door of the pure IRC state machine: one function over one immutable state (design D1).
 */
package net.robustirc.statemachine;
