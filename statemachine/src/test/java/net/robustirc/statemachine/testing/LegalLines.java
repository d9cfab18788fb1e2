package net.robustirc.statemachine.testing;

import net.robustirc.irc.LineBuilder;
import net.robustirc.irc.Utf8;

/** What holds for every line to a client, whatever was posted. */
public final class LegalLines {
    private LegalLines() {}

    /**
     * Fails for a line that RFC 2812 2.3 forbids: at most 512 bytes with CR LF, valid UTF-8, no CR,
     * LF or NUL inside; nor may it be for nobody.
     */
    public static void check(Rendered.Line line) {
        String text = line.text();
        boolean legal =
                Utf8.fits(text, LineBuilder.MAX_BYTES)
                        && text.equals(Utf8.wellFormed(text))
                        && text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0)
                        && !line.recipients().isEmpty();
        if (!legal) {
            throw new AssertionError("not a legal line: " + line);
        }
    }
}
