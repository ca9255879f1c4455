package org.postroad.predict.sendtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came after the moment as of which it is learned changes nothing. */
class MailTraceTest {

    private static final Instant SENT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOW = SENT.plus(Duration.ofHours(3));

    @Test
    void aMailThatWasSentLaterSaysNothing() {
        assertThat(of(Optional.of(NOW.plusSeconds(1)), Optional.empty())).isEmpty();
        assertThat(of(Optional.of(NOW.plusSeconds(1)), Optional.of(NOW.plusSeconds(2))))
                .isEmpty();
        assertThat(of(Optional.empty(), Optional.of(NOW.plusSeconds(1)))).isEmpty();
    }

    @Test
    void aMailThatIsAnsweredLaterIsOneThatStillWaits() {
        Optional<MailTrace> waits = of(Optional.of(SENT), Optional.empty());
        for (int days = 0; days < 5; days++) {
            assertThat(of(
                            Optional.of(SENT),
                            Optional.of(NOW.plus(Duration.ofDays(days)).plusSeconds(1))))
                    .isEqualTo(waits);
        }
        assertThat(of(Optional.of(SENT), Optional.of(NOW))).isNotEqualTo(waits);
    }

    private static Optional<MailTrace> of(Optional<Instant> sentAt, Optional<Instant> respondedAt) {
        return MailTrace.of(sentAt, respondedAt, NOW, ZoneOffset.UTC);
    }
}
