package net.robustirc.statemachine.output;

/**
 * One line to clients.
 *
 * @param reply number within the command's output, from 1, in the order produced
 * @param text without CR LF, at most 510 bytes of UTF-8
 */
public record OutputLine(int reply, Recipients recipients, String text) {}
