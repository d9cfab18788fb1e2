package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CASEMAPPING=rfc1459-strict: ours.md section 3. */
class CaseFoldingTest {
    @Test
    void fold_lettersAndBrackets_lower() {
        assertThat(CaseFolding.fold("ABZaz[]\\{}|")).isEqualTo("abzaz{}|{}|");
    }

    @Test
    void fold_tildeCaretAndHigherCharacters_stay() {
        assertThat(CaseFolding.fold("^~@_`-09ÄÖİẞ")).isEqualTo("^~@_`-09ÄÖİẞ");
    }

    @Test
    void fold_nothingToFold_sameObject() {
        String text = "already-folded";
        assertThat(CaseFolding.fold(text)).isSameAs(text);
    }

    @Test
    void upper_asciiOnly() {
        assertThat(CaseFolding.upper("privMsg{}äı")).isEqualTo("PRIVMSG{}äı");
    }
}
