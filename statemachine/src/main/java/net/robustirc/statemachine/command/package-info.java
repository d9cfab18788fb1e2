/** One class for each IRC command, and the table that carries their preconditions. */
package net.robustirc.statemachine.command;
