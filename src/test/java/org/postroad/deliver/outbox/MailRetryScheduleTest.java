package org.postroad.deliver.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.Precedence;

public class MailRetryScheduleTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT5M", "1, PT15M", "2, PT30M", "3, PT1H", "4, PT2H", "5, PT4H", "6, PT4H", "15, PT4H"})
    void waitsLongerEachTimeWithinAFifth(int attemptsBefore, Duration plain) {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Instant next = MailRetrySchedule.nextAttempt(message(UUID.randomUUID(), attemptsBefore), CREATED)
                    .orElseThrow();
            waits.add(Duration.between(CREATED, next));
        }
        assertThat(waits)
                .hasSizeGreaterThan(20)
                .allSatisfy(wait -> assertThat(wait)
                        .isBetween(
                                plain.multipliedBy(8).dividedBy(10),
                                plain.multipliedBy(12).dividedBy(10)));
    }

    @Test
    void givesUpAfterThreeDays() {
        Message message = message(UUID.randomUUID(), 20);
        assertThat(MailRetrySchedule.nextAttempt(message, CREATED.plus(Duration.ofHours(67))))
                .isPresent();
        assertThat(MailRetrySchedule.nextAttempt(message, CREATED.plus(Duration.ofHours(72))))
                .isEmpty();
    }

    public static Message message(UUID id, int attempts) {
        return new Message(
                id,
                UUID.randomUUID(),
                "browse-abandonment",
                "send",
                1,
                "sarah",
                null,
                "marketing",
                50,
                Precedence.AT_ANY_TIME,
                null,
                "browse-abandonment/reminder",
                MessageState.ATTEMPTING,
                null,
                "sarah@customers.example",
                "Hello",
                attempts,
                CREATED,
                CREATED,
                null,
                null,
                null);
    }
}
