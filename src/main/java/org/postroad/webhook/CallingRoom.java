package org.postroad.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.time.ScheduledWork;
import org.postroad.webhook.Caller.Begun;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls that are due, a batch at once, and tells the road what came of them. */
@Component
@Order(45)
class CallingRoom implements ScheduledWork {

    /** After a crash, a call is made again under the same key; whoever is called knows it by that. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(2);

    private final WebhookOutbox outbox;
    private final Caller caller;
    private final WebhookEvents events;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CallingRoom(
            WebhookOutbox outbox,
            Caller caller,
            WebhookEvents events,
            WebhookSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.caller = caller;
        this.events = events;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Instant> nextDue() {
        return settings.make() ? outbox.nextDue() : Optional.empty();
    }

    @Override
    public int runDue() {
        if (!settings.make()) {
            return 0;
        }
        Instant now = clock.instant();
        List<OrderedCall> due = outbox.claim(now, now.plus(CLAIMED_FOR), settings.batch());
        List<Begun> begun = due.stream().flatMap(call -> begin(call).stream()).toList();
        begun.forEach(each -> settle(each.call(), caller.await(each)));
        return due.size();
    }

    private Optional<Begun> begin(OrderedCall call) {
        try {
            return Optional.of(caller.begin(call));
        } catch (IllegalArgumentException notListedAnyMore) {
            settle(call, new Answer.Refused("not listed"));
            return Optional.empty();
        }
    }

    private void settle(OrderedCall call, Answer answer) {
        transaction.executeWithoutResult(status -> {
            if (answer instanceof Answer.Taken taken && outbox.end(call, true, "status " + taken.status())) {
                events.answered(call, taken.status());
            } else if (answer instanceof Answer.Later later) {
                Persistence.nextTry(call, later, clock.instant())
                        .ifPresentOrElse(next -> outbox.putOff(call, next, later.why()), () -> fail(call, later.why()));
            } else if (answer instanceof Answer.Refused refused) {
                fail(call, refused.why());
            }
        });
    }

    private void fail(OrderedCall call, String why) {
        if (outbox.end(call, false, why)) {
            events.failed(call, why);
        }
    }
}
