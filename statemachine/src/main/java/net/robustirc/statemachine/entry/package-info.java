/** What the log holds and what applying it answers: commands, their envelope, outcomes, ids. */
package net.robustirc.statemachine.entry;
