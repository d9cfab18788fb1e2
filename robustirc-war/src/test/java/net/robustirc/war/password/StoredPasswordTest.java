package net.robustirc.war.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes come from the C library's crypt and the reference implementation of Argon2. */
class StoredPasswordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sesame|$2b$04$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW",
                "sesame|$2y$05$abcdefghijklmnopqrstuuKcS.CYWVYVaLiiCKrrc0A5s3mGesJ9O",
                "sesame|$2a$04$......................cyA6TBJjHvwleso1BZhT9BTLRSoIgDC",
                "sesame|$argon2id$v=19$m=64,t=2,p=1$c2FsdHNhbHQ"
                        + "$XlD9nl8duRzoJ6GN0qnX28tro7BLLAFwORI9+9S5mK4",
                "grüße|$argon2id$v=19$m=256,t=1,p=2$c29tZXNhbHRzb21lc2FsdA"
                        + "$/NCpN/ihgpfUHe4/BA71cQ",
                "sesame|sesame"
            })
    void password_isRecognised_andNoOther(String password, String stored) {
        StoredPassword known = StoredPassword.of(stored);

        assertThat(known.matches(password)).isTrue();
        assertThat(known.matches(password + "x")).isFalse();
        assertThat(known.matches("")).isFalse();
        assertThat(known.plain()).isEqualTo(stored.equals("sesame"));
        assertThat(known.toString()).doesNotContain(stored);
    }

    @Test
    void bcrypt_ofALongPassword_looksAtItsBeginning() {
        StoredPassword known =
                StoredPassword.of("$2b$04$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW");

        assertThat(known.matches("x".repeat(500))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$04$short",
                "$2x$04$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW",
                "$2b$15$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW",
                "$2b$03$abcdefghijklmnopqrstuuinwY/tkBVrn3xrxQI/TgnMHhkvl85RW",
                "$argon2i$v=19$m=64,t=2,p=1$c2FsdHNhbHQ$XlD9nl8duRzoJ6GN0qnX28tro7BLLAFw",
                "$argon2id$v=19$m=999999,t=2,p=1$c2FsdHNhbHQ$XlD9nl8duRzoJ6GN0qnX28tro7BL",
                "$argon2id$v=19$m=64,t=99,p=1$c2FsdHNhbHQ$XlD9nl8duRzoJ6GN0qnX28tro7BLLA",
                "$argon2id$v=19$m=64,t=1,p=0$c2FsdHNhbHQ$XlD9nl8duRzoJ6GN0qnX28tro7BLLAF"
            })
    void whatLooksLikeAHashAndIsNone_isRefused(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> StoredPassword.of(stored));
    }
}
