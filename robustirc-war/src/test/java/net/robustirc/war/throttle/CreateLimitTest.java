package net.robustirc.war.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each address creates so many sessions at once, then so many a second: ours.md section 4. */
class CreateLimitTest {
    private static final String ALICE = "192.0.2.1";

    /** Near the end of the numbers, over which a clock may go. */
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(1);

    private final CreateLimit limit = new CreateLimit(5, () -> now);

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Creates sessions until it is refused; how many. */
    private int created(String address) {
        int count = 0;
        while (count < 1_000 && limit.waitSeconds(address) == 0) {
            count++;
        }
        return count;
    }

    @Test
    void anAddress_creates200AtOnce() {
        assertThat(created(ALICE)).isEqualTo(200);
    }

    @Test
    void anAddress_creates5ASecondThen() {
        created(ALICE);
        pass(199);
        assertThat(created(ALICE)).isZero();
        pass(1);
        assertThat(created(ALICE)).isEqualTo(1);
        pass(3_000);
        assertThat(created(ALICE)).isEqualTo(15);
    }

    @Test
    void anAddress_afterItsSilence_creates200Again() {
        created(ALICE);
        pass(3_600_000);

        assertThat(created(ALICE)).isEqualTo(200);
    }

    @Test
    void aRefusal_saysWhenToComeAgain() {
        CreateLimit slow = new CreateLimit(1, () -> now);
        for (int i = 0; i < 200; i++) {
            assertThat(slow.waitSeconds(ALICE)).isZero();
        }
        assertThat(slow.waitSeconds(ALICE)).isEqualTo(1);
        assertThat(slow.waitSeconds(ALICE)).isEqualTo(1);
        pass(1_000);
        assertThat(slow.waitSeconds(ALICE)).isZero();
    }

    @Test
    void others_areCountedForThemselves() {
        created(ALICE);

        assertThat(created("192.0.2.2")).isEqualTo(200);
        assertThat(created("2001:db8::1")).isEqualTo(200);
    }

    @Test
    void anIpv6Address_countsAsItsNetworkOf64Bits() {
        created("2001:db8:0:1::1");

        assertThat(created("2001:db8:0:1:ffff::2")).isZero();
        assertThat(created("2001:db8:0:2::1")).isEqualTo(200);
    }

    @Test
    void anIpv4AddressInItsMappedForm_isTheSame() {
        created("::ffff:192.0.2.1");

        assertThat(created(ALICE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
    void theMachineItself_isNotLimited(String address) {
        assertThat(created(address)).isEqualTo(1_000);
    }

    @Test
    void withoutARate_nobodyIs() {
        CreateLimit off = new CreateLimit(0, () -> now);
        for (int i = 0; i < 1_000; i++) {
            assertThat(off.waitSeconds(ALICE)).isZero();
        }
    }

    @Test
    void ofTooManyAddresses_theOldestIsForgotten() {
        created("192.0.2.1");
        created("192.0.2.2");
        for (int i = 0; i < 9_999; i++) {
            assertThat(limit.waitSeconds("198.18." + i / 256 + "." + i % 256)).isZero();
        }

        assertThat(created("192.0.2.2")).isZero();
        assertThat(created("192.0.2.1")).isEqualTo(200);
    }
}
