package org.postroad.deliver.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postroad.deliver.Message;
import org.postroad.deliver.outbox.PrecedenceArbiter.Admission;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims due messages for this node, as far as rate limits and precedence allow. Messages beyond a domain's limit move to
 * the queue of that domain, so that they delay no others. A claim expires: messages that a node claimed and did not begin
 * to send, because it died, are claimed again by any node.
 */
@Component
public class OutboxClaims {

    /** Long enough to begin a batch at an ordinary relay, short enough to wait for after a crash. */
    private static final Duration CLAIM_DURATION = Duration.ofMinutes(1);

    private static final int MOST_AT_ONCE = 200;

    private final Outbox outbox;
    private final PrecedenceArbiter precedence;
    private final DomainRateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public OutboxClaims(
            Outbox outbox,
            PrecedenceArbiter precedence,
            DomainRateLimits limits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.precedence = precedence;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * About {@code limit} messages, from all journeys with due messages in equal shares, and at least one from each; none if no
     * message may be sent now.
     */
    public List<ClaimedMessage> take(int limit) {
        int most = limit;
        ClaimBatch batch = claim(most);
        while (batch.claimed.isEmpty() && batch.changed) {
            most = Math.min(2 * most, MOST_AT_ONCE);
            batch = claim(most);
        }
        return batch.claimed;
    }

    private ClaimBatch claim(int limit) {
        return Objects.requireNonNull(transaction.execute(status -> claimOnce(clock.instant(), limit)));
    }

    /** Gives up claims of messages that were not begun; any node may claim them. */
    public void release(List<Message> claimed) {
        outbox.releaseClaims(claimed);
    }

    private ClaimBatch claimOnce(Instant now, int limit) {
        List<Message> queued = takeQueued(now, limit);
        List<Message> due = outbox.due(now, Math.max(limit - queued.size(), (limit + 1) / 2));
        Admission fromQueues = precedence.admit(queued, now);
        Admission fromDue = precedence.admit(due, now);
        List<Message> messages = new ArrayList<>(fromQueues.messages());
        messages.addAll(applyLimits(fromDue.messages(), now));
        List<ClaimedMessage> claimed =
                messages.stream().map(message -> claim(message, now)).toList();
        outbox.claim(claimed);
        boolean changed = fromQueues.heldSome()
                || fromDue.heldSome()
                || !fromDue.messages().isEmpty();
        return new ClaimBatch(claimed, changed);
    }

    private List<Message> takeQueued(Instant now, int limit) {
        Map<String, Integer> wanted = outbox.queuedDomains(now, limit).stream()
                .collect(Collectors.toMap(Function.identity(), domain -> limit));
        return wanted.isEmpty() ? List.of() : outbox.takeQueued(limits.grant(wanted, now), now);
    }

    /** The oldest of each domain, as many as its limit grants; the others move to its queue. */
    private List<Message> applyLimits(List<Message> due, Instant now) {
        Map<String, Integer> wanted = new HashMap<>();
        due.forEach(message -> wanted.merge(message.domain(), 1, Integer::sum));
        Map<String, Integer> grants = limits.grant(wanted, now);
        List<Message> admitted = new ArrayList<>();
        List<Message> beyondLimit = new ArrayList<>();
        due.forEach(message ->
                (grants.merge(message.domain(), -1, Integer::sum) >= 0 ? admitted : beyondLimit).add(message));
        outbox.queueForDomain(beyondLimit);
        return admitted;
    }

    private ClaimedMessage claim(Message message, Instant now) {
        Duration duration = limits.of(message.domain()).isPresent() ? RateLimit.USED_WITHIN : CLAIM_DURATION;
        return new ClaimedMessage(message, now.plus(duration));
    }

    /** @param changed whether messages were claimed, held, or moved to the queue of their domain, so that others are first now */
    private record ClaimBatch(List<ClaimedMessage> claimed, boolean changed) {}
}
