package net.robustirc.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumericTest {
    @Test
    void codes_threeDigitsRisingAndUnique() {
        assertThat(Arrays.stream(Numeric.values()).map(Numeric::code))
                .allMatch(code -> code.length() == 3 && code.chars().allMatch(Character::isDigit))
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void names_tellRepliesFromErrors() {
        for (Numeric numeric : Numeric.values()) {
            int code = Integer.parseInt(numeric.code());
            // 7xx came later and without a rule: 712 to 714 refuse a KNOCK, 723 an operator, 734 a
            // MONITOR.
            boolean late = code >= 712 && code <= 714 || code == 723 || code == 734;
            boolean error = code >= 400 && code < 700 || late;
            assertThat(numeric.name()).startsWith(error ? "ERR_" : "RPL_");
        }
    }
}
