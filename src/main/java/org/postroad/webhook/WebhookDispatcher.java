package org.postroad.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postroad.sql.JvmFault;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkTopic;
import org.postroad.webhook.WebhookClient.PendingResponse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls that are due, a batch at once, and tells the road what came of them. */
@Component
@Order(ScheduledWork.WEBHOOKS)
class WebhookDispatcher implements ScheduledWork {

    /** After a crash, a call is made again under the same key; whoever is called knows it by that. */
    private static final Duration CLAIMED_FOR = Duration.ofMinutes(2);

    private final WebhookOutbox outbox;
    private final WebhookClient webhookClient;
    private final WebhookEvents events;
    private final WebhookSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WebhookDispatcher(
            WebhookOutbox outbox,
            WebhookClient webhookClient,
            WebhookEvents events,
            WebhookSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.webhookClient = webhookClient;
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
    public Set<WorkTopic> topics() {
        return Set.of(WorkTopic.WEBHOOK_CALLS);
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
        List<QueuedWebhookCall> due = outbox.claim(now, now.plus(CLAIMED_FOR), settings.batch());
        List<PendingResponse> begun =
                due.stream().flatMap(call -> begin(call).stream()).toList();
        begun.forEach(each -> settle(each.call(), webhookClient.await(each)));
        return due.size();
    }

    private Optional<PendingResponse> begin(QueuedWebhookCall call) {
        try {
            return Optional.of(webhookClient.begin(call));
        } catch (IllegalArgumentException notListedAnyMore) {
            settle(call, new WebhookResult.Rejected("not listed"));
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            if (JvmFault.isFatal(failure)) {
                throw failure;
            }
            settle(call, new WebhookResult.RetryLater(failure.getClass().getSimpleName(), Optional.empty()));
            return Optional.empty(); // the others are called
        }
    }

    private void settle(QueuedWebhookCall call, WebhookResult webhookResult) {
        transaction.executeWithoutResult(status -> {
            if (webhookResult instanceof WebhookResult.Accepted accepted
                    && outbox.complete(call, true, "status " + accepted.status())) {
                events.answered(call, accepted.status());
            } else if (webhookResult instanceof WebhookResult.RetryLater retryLater) {
                WebhookRetrySchedule.nextAttempt(call, retryLater, clock.instant())
                        .ifPresentOrElse(
                                next -> outbox.reschedule(call, next, retryLater.why()),
                                () -> fail(call, retryLater.why()));
            } else if (webhookResult instanceof WebhookResult.Rejected rejected) {
                fail(call, rejected.why());
            }
        });
    }

    private void fail(QueuedWebhookCall call, String why) {
        if (outbox.complete(call, false, why)) {
            events.failed(call, why);
        }
    }
}
