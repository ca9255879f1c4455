package org.postroad.deliver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.dispatch.AttemptRecorder.FinishedAttempt;
import org.postroad.deliver.outbox.MailRetryScheduleTest;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.smtp.SendResult;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;

class AttemptRecorderTest {

    private static final byte[] MIME = {1};

    private final Outbox outbox = mock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AttemptRecorder recorder = new AttemptRecorder(
            outbox,
            mock(),
            mock(),
            new MailMetrics(meters),
            mock(PlatformTransactionManager.class),
            Clock.fixed(Instant.parse("2026-11-23T12:00:05Z"), ZoneOffset.UTC));

    private final Message last = MailRetryScheduleTest.message(UUID.randomUUID(), 0);
    private final Message next = MailRetryScheduleTest.message(UUID.randomUUID(), 0);
    private final FinishedAttempt sent = new FinishedAttempt(last, new SendResult.Sent("250 ok"));

    @Test
    void recordsTheOutcomeAndBeginsTheNext() {
        given(outbox.beginAttempts(any(), any())).willReturn(Map.of(next.id(), MIME));
        assertThat(recorder.recordAndBegin(Optional.of(sent), Optional.of(next)))
                .hasValueSatisfying(begun -> assertThat(begun.mime()).isEqualTo(MIME));
        verify(outbox).endAttempts(argThat(outcomes -> outcomes.get(0).state() == MessageState.SENT));
        assertThat(meters.get("postroad.mail.outcomes")
                        .tag("outcome", "sent")
                        .counter()
                        .count())
                .isOne();
        assertThat(meters.get("postroad.mail.lateness").timer().count()).isOne();
    }

    @Test
    void retriesAnOutcomeUntilTheDatabaseIsBack() {
        given(outbox.endAttempts(any()))
                .willThrow(new DataAccessResourceFailureException("gone"))
                .willThrow(new DataAccessResourceFailureException("gone"))
                .willReturn(Set.of());
        recorder.recordAndBegin(Optional.of(sent), Optional.empty());
        verify(outbox, times(3)).endAttempts(argThat(outcomes -> outcomes.size() == 1));
    }

    @Test
    void doesNotRetryWithoutAnOutcome() {
        given(outbox.beginAttempts(any(), any())).willThrow(new DataAccessResourceFailureException("gone"));
        assertThatThrownBy(() -> recorder.recordAndBegin(Optional.empty(), Optional.of(next)))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void countsNoOutcomeThatWasNotStored() {
        willThrow(new IllegalStateException("no")).given(outbox).endAttempts(any());
        assertThatThrownBy(() -> recorder.recordAndBegin(Optional.of(sent), Optional.of(next)))
                .isInstanceOf(IllegalStateException.class);
        verify(outbox, never()).beginAttempts(any(), any());
        assertThat(meters.get("postroad.mail.outcomes")
                        .tag("outcome", "sent")
                        .counter()
                        .count())
                .isZero();
    }
}
