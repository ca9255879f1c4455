package org.postroad.journey.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.CustomerFixture;
import org.postroad.journey.CustomerFixture.TestCustomer;
import org.postroad.journey.EnrolmentEnded;
import org.springframework.beans.factory.annotation.Autowired;

/** Bounces and complaints end all enrolments of a customer. */
@PostroadTest
class GlobalExitsIT {

    @Autowired
    CustomerFixture customerFixture;

    @Autowired
    Clock clock;

    @Test
    void endsOnHardBounce() {
        TestCustomer testCustomer =
                anEnrolledCustomer().did(EventType.EMAIL_BOUNCED, clock.instant(), Map.of("permanent", true));

        assertThat(testCustomer.endReasons()).containsExactly(EnrolmentEnded.BOUNCED);
        assertThat(testCustomer.waitsAt()).isEmpty();
    }

    @Test
    void staysOnSoftBounce() {
        TestCustomer testCustomer =
                anEnrolledCustomer().did(EventType.EMAIL_BOUNCED, clock.instant(), Map.of("permanent", false));

        assertThat(testCustomer.waitsAt()).hasSize(1);
    }

    @Test
    void endsOnComplaint() {
        assertThat(anEnrolledCustomer().does(EventType.EMAIL_COMPLAINED).endReasons())
                .containsExactly(EnrolmentEnded.COMPLAINED);
    }

    @Test
    void staysWhenTheBounceIsOlderThanTheEnrolment() {
        TestCustomer testCustomer = anEnrolledCustomer()
                .did(EventType.EMAIL_BOUNCED, clock.instant().minus(Duration.ofDays(3)), Map.of("permanent", true));

        assertThat(testCustomer.waitsAt()).hasSize(1);
    }

    private TestCustomer anEnrolledCustomer() {
        TestCustomer testCustomer = customerFixture.aConsentingCustomer().looksTwiceAt("kettle");
        assertThat(testCustomer.waitsAt()).hasSize(1);
        return testCustomer;
    }
}
