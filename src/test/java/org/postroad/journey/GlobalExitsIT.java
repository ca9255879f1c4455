package org.postroad.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadTest;
import org.postroad.event.EventType;
import org.postroad.journey.Visitors.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Ways out of every journey that nobody draws. */
@PostroadTest
class GlobalExitsIT {

    @Autowired
    Visitors visitors;

    @Autowired
    Clock clock;

    @Test
    void leavesWhenThereIsNoMailbox() {
        Visitor visitor = waiting().did(EventType.EMAIL_BOUNCED, clock.instant(), Map.of("permanent", true));

        assertThat(visitor.endings()).containsExactly(EnrolmentEnded.BOUNCED);
        assertThat(visitor.waitsAt()).isEmpty();
    }

    @Test
    void staysWhenTheMailboxIsFull() {
        Visitor visitor = waiting().did(EventType.EMAIL_BOUNCED, clock.instant(), Map.of("permanent", false));

        assertThat(visitor.waitsAt()).hasSize(1);
    }

    @Test
    void leavesAtAComplaint() {
        assertThat(waiting().does(EventType.EMAIL_COMPLAINED).endings()).containsExactly(EnrolmentEnded.COMPLAINED);
    }

    @Test
    void staysWhenTheBounceIsOlderThanTheWalk() {
        Visitor visitor = waiting()
                .did(EventType.EMAIL_BOUNCED, clock.instant().minus(Duration.ofDays(3)), Map.of("permanent", true));

        assertThat(visitor.waitsAt()).hasSize(1);
    }

    private Visitor waiting() {
        Visitor visitor = visitors.consenting().looksTwiceAt("kettle");
        assertThat(visitor.waitsAt()).hasSize(1);
        return visitor;
    }
}
