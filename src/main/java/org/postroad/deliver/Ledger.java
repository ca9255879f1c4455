package org.postroad.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down how an attempt ended, and tells the road, in one transaction. */
@Component
class Ledger {

    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Outbox outbox;
    private final MessageEvents events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ledger(Outbox outbox, MessageEvents events, PlatformTransactionManager transactions, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void write(Message message, Attempt attempt) {
        transaction.executeWithoutResult(status -> writeNow(message, attempt));
    }

    private void writeNow(Message message, Attempt attempt) {
        if (attempt instanceof Attempt.Sent sent) {
            outbox.sent(message.id(), sent.reply(), clock.instant());
            events.sent(message);
        } else if (attempt instanceof Attempt.Failed failed) {
            fail(message, failed.reply(), "refused");
        } else if (attempt instanceof Attempt.Unknown unknown) {
            outbox.note(message.id(), unknown.reply());
            log.warn("The relay's answer to message {} was lost; it stays in state ATTEMPTING", message.id());
        } else {
            defer(message, attempt.reply());
        }
    }

    private void defer(Message message, String reply) {
        Optional<Instant> next = Backoff.nextTry(message, clock.instant());
        if (next.isPresent()) {
            outbox.deferred(message.id(), reply, next.get());
        } else {
            fail(message, reply, "expired");
        }
    }

    private void fail(Message message, String reply, String reason) {
        outbox.failed(message.id(), reply, reason);
        events.failed(message, reason);
    }
}
