package net.robustirc.tools.localnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import net.robustirc.tools.ToolException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordsTest {
    @Test
    void blanks_andLineEnds_separate() {
        assertThat(ShellWords.split("  a\tb \n c\n")).containsExactly("a", "b", "c");
        assertThat(ShellWords.split(" \n")).isEmpty();
    }

    @Test
    void singleQuotes_keepEverything_inTheMiddleOfAWordToo() {
        assertThat(ShellWords.split("suites='^.*_(MD5|SHA)$,^SSL_.*$' 'a b' 'c\\d'"))
                .containsExactly("suites=^.*_(MD5|SHA)$,^SSL_.*$", "a b", "c\\d");
    }

    /** The only way to a single quote within single quotes is out of them. */
    @Test
    void singleQuote_betweenQuotedParts_isOneWord() {
        assertThat(ShellWords.split("base='/a b'\\''c/d' e")).containsExactly("base=/a b'c/d", "e");
    }

    @Test
    void doubleQuotes_letTheBackslashEscapeOnlyWhatTheShellWould() {
        assertThat(ShellWords.split("\"a b\\\"\\$\\\\ \\n'\"")).containsExactly("a b\"$\\ \\n'");
    }

    @Test
    void backslash_keepsTheNextCharacter_andJoinsLines() {
        assertThat(ShellWords.split("a\\ b c\\\nd \\\n e")).containsExactly("a b", "cd", "e");
    }

    @Test
    void emptyQuotes_areAnEmptyWord() {
        assertThat(ShellWords.split("'' a= \"\"")).containsExactly("", "a=", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'b", "a \"b"})
    void quoteLeftOpen_isRefused(String text) {
        assertThatThrownBy(() -> ShellWords.split(text))
                .isInstanceOf(ToolException.class)
                .hasMessage("A quote is not closed in: " + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 'b c'd\"e f\"g\\ h '' \"\"",
                "x='^.*_(MD5|SHA1)$,^TLS_RSA_.*$' 'it'\\''s' \"\\a\\\\ \\`\"",
                "a\\\nb \\\n 'c\nd' \"e\\\nf\""
            })
    void words_areThoseOfARealShell(String text) throws Exception {
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", "printf '<%s>' " + text)
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat("<" + String.join("><", ShellWords.split(text)) + ">").isEqualTo(printed);
    }
}
