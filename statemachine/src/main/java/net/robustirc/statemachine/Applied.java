package net.robustirc.statemachine;

import java.util.Optional;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.output.Output;

/**
 * Result of applying one entry.
 *
 * @param poison what went wrong when the outcome is {@code POISONED}: for the log of this node only
 */
public record Applied(Outcome outcome, Output output, Optional<RuntimeException> poison) {}
