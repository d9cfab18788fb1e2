/** Transcripts and what runs them; other modules use them from the test-jar. */
package net.robustirc.statemachine.testing;
