package net.robustirc.war.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import java.util.concurrent.CompletionException;
import net.robustirc.consensus.UnavailableException;
import net.robustirc.statemachine.entry.Outcome;
import net.robustirc.statemachine.entry.Outcome.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Statuses: ours.md section 1; what may be different next time is 5xx (rule 3). */
class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_SESSION,404",
        "TOO_MANY_SESSIONS,429",
        "REVISION_MISMATCH,400",
        "EXPIRED,503",
        "LEVEL_TOO_HIGH,503",
        "POISONED,500"
    })
    void anOutcome_hasItsStatus(Code code, int status) {
        Refusal refusal = Failures.of(Outcome.refused(code, 1, ""));

        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.sentence()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "DUPLICATE"})
    void anAcceptedOutcome_isNoFailure(Code code) {
        assertThatThrownBy(() -> Failures.of(new Outcome(code, 1, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unavailable_is503WithItsSentence() {
        Throwable wrapped =
                new CompletionException(new CompletionException(new UnavailableException("Wait.")));

        assertThat(Failures.of(wrapped)).isEqualTo(new Refusal(503, "Wait."));
    }

    @Test
    void whatJerseyDoesNotKnow_is404() {
        assertThat(Failures.of(new NotFoundException())).isEqualTo(Refusal.NOT_FOUND);
        assertThat(Failures.of(new NotAllowedException("GET"))).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void aBug_is500WithoutDetails() {
        assertThat(Failures.of(new IllegalStateException("secret detail")).sentence())
                .doesNotContain("secret");
    }
}
