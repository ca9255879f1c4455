package org.postroad.deliver.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.postroad.deliver.DeliverSettings;
import org.postroad.deliver.Message;
import org.postroad.deliver.outbox.AttemptOutcome;
import org.postroad.deliver.outbox.ClaimedMessage;
import org.postroad.deliver.outbox.OutboxClaims;
import org.postroad.deliver.smtp.Relay;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * As {@link ConcurrentSender}, for rehearsals: same claims and the same last check, but a whole batch in one transaction and in
 * one thread. No crash need be survived, and there is no relay to wait for.
 */
@Component
@Conditional(RehearsalMode.class)
class BatchSender implements DueMessageSender {

    private final OutboxClaims claims;
    private final PreSendCheck preSendCheck;
    private final Relay relay;
    private final AttemptRecorder recorder;
    private final DeliverSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchSender(
            OutboxClaims claims,
            PreSendCheck preSendCheck,
            Relay relay,
            AttemptRecorder recorder,
            DeliverSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.claims = claims;
        this.preSendCheck = preSendCheck;
        this.relay = relay;
        this.recorder = recorder;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int sendDue() {
        List<Message> claimed = claims.take(settings.batch()).stream()
                .map(ClaimedMessage::message)
                .toList();
        if (!claimed.isEmpty()) {
            transaction.executeWithoutResult(status ->
                    send(claimed.stream().filter(preSendCheck::permits).toList()));
        }
        return claimed.size();
    }

    private void send(List<Message> messages) {
        Instant now = clock.instant();
        Map<UUID, byte[]> begun = recorder.write(List.of(), messages, now);
        List<AttemptOutcome> outcomes = messages.stream()
                .flatMap(message -> Stream.ofNullable(begun.get(message.id()))
                        .map(mime -> AttemptOutcome.of(message, relay.send(message.to(), mime), now)))
                .toList();
        recorder.write(outcomes, List.of(), now);
    }
}
