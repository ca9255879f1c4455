package org.postroad.decide.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.OwnContext;
import org.postroad.PostroadTest;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The best time on the running system, from events to the answer. */
@OwnContext // what others' customers do would count as what everybody does
@PostroadTest
@TestPropertySource(properties = "postroad.home=target/test-home/best-time-${random.uuid}")
class BestTimeIT {

    private static final Duration DAY = Duration.ofHours(24);
    private static final LocalTime QUIET_UNTIL = LocalTime.of(8, 0);

    @Autowired
    BestTime bestTime;

    @Autowired
    CustomerSendTimes sendTimes;

    @Autowired
    EventIntake intake;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Clock clock;

    /** So that today's evening lies ahead, and none of it has passed. */
    @BeforeEach
    void atNoon() {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        Instant noon = midnight.plus(12, ChronoUnit.HOURS);
        workScheduler.advanceTo(clock.instant().isAfter(noon) ? noon.plus(1, ChronoUnit.DAYS) : noon);
    }

    @Test
    void followsWhenTheCustomerAnswersAndSaysSo() {
        readsAt("send-time-eve", LocalTime.of(18, 30), Map.of());

        SendTime evening = bestTime.within("send-time-eve", DAY, UnaryOperator.identity());

        assertThat(local(evening)).isBetween(LocalTime.of(17, 0), LocalTime.of(18, 30));
        assertThat(evening.reason())
                .startsWith("12 mails to this customer, of which 12 were opened or clicked; for the rest ");
        assertThat(evening.explored()).isFalse();
    }

    @Test
    void doesNotFollowMachines() {
        readsAt("send-time-apple", LocalTime.of(3, 30), Map.of("userAgent", "Mozilla/5.0"));

        SendTime time = bestTime.within("send-time-apple", DAY, UnaryOperator.identity());

        assertThat(time.mails()).isEqualTo(12);
        assertThat(time.responses()).isZero();
        assertThat(local(time)).isAfter(LocalTime.of(4, 0));
    }

    @Test
    void computesAgainOnlyAfterAChange() {
        readsAt("send-time-same", LocalTime.of(18, 30), Map.of());
        Object first = sendTimes.of("send-time-same", ZoneOffset.UTC);
        assertThat(sendTimes.of("send-time-same", ZoneOffset.UTC)).isSameAs(first);

        happens("send-time-same", EventType.EMAIL_SENT, clock.instant(), Map.of());
        workScheduler.runDue();

        assertThat(sendTimes.of("send-time-same", ZoneOffset.UTC)).isNotSameAs(first);
    }

    @Test
    void keepsQuietHoursAndAnswersForStrangersAndPeriodsOfNoLength() {
        SendTime stranger = bestTime.within("send-time-nobody", DAY, BestTimeIT::awake);
        assertThat(local(stranger)).isBetween(QUIET_UNTIL, LocalTime.of(23, 59));
        assertThat(stranger.reason()).startsWith("No mail to this customer is known: ");
        SendTime now = bestTime.within("send-time-nobody", Duration.ZERO, UnaryOperator.identity());
        assertThat(now.at()).isEqualTo(clock.instant());
    }

    private static LocalTime local(SendTime time) {
        return time.at().atZone(ZoneOffset.UTC).toLocalTime();
    }

    private static ZonedDateTime awake(ZonedDateTime at) {
        return at.toLocalTime().isBefore(QUIET_UNTIL) ? at.with(QUIET_UNTIL) : at;
    }

    /** On the last twelve days; mails come at all hours of the day before. */
    private void readsAt(String customer, LocalTime time, Map<String, Object> properties) {
        IntStream.rangeClosed(1, 12).forEach(back -> {
            Instant reads = clock.instant()
                    .atZone(ZoneOffset.UTC)
                    .minusDays(back)
                    .with(time)
                    .plusMinutes(back % 5)
                    .toInstant();
            happens(customer, EventType.EMAIL_SENT, reads.minus(Duration.ofMinutes(97L * back)), Map.of());
            happens(customer, EventType.EMAIL_OPENED, reads, properties);
        });
        workScheduler.runDue();
    }

    private void happens(String customer, String type, Instant at, Map<String, Object> properties) {
        intake.record(List.of(new Event(customer + type + at, customer, type, at, properties)));
    }
}
