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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due for this node, as far as the domains' limits allow; what a domain cannot take now is lined up before
 * it and leaves the queue, so that it holds nobody up. A claim is a promise with an end and no attempt: what a node
 * claimed and did not begin, because it died, belongs to all again when the promise ends.
 */
@Component
public class OutboxClaims {

    /** Long enough to begin a batch at an ordinary relay, short enough to wait for after a crash. */
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final PrecedenceArbiter precedenceArbiter;
    private final DomainRateLimits domainRateLimits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public OutboxClaims(
            Outbox outbox,
            PrecedenceArbiter precedenceArbiter,
            DomainRateLimits domainRateLimits,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.outbox = outbox;
        this.precedenceArbiter = precedenceArbiter;
        this.domainRateLimits = domainRateLimits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** At most so many; none if nothing may leave now. */
    public List<ClaimedMessage> take(int most) {
        ClaimBatch claimBatch;
        do {
            claimBatch = Objects.requireNonNull(transaction.execute(status -> claimOnce(clock.instant(), most)));
        } while (claimBatch.claimed.isEmpty() && claimBatch.more);
        return claimBatch.claimed;
    }

    /** What has not been begun waits for any node again. */
    public void release(List<ClaimedMessage> claimed) {
        outbox.releaseClaims(claimed);
    }

    private ClaimBatch claimOnce(Instant now, int most) {
        List<Message> lined = takeQueued(now, most);
        int room = most - lined.size();
        List<Message> due = room > 0 ? outbox.due(now, room) : List.of();
        List<Message> messages = new ArrayList<>(precedenceArbiter.admit(lined, now));
        messages.addAll(admit(precedenceArbiter.admit(due, now), now));
        List<ClaimedMessage> claimed =
                messages.stream().map(message -> claim(message, now)).toList();
        outbox.claim(claimed);
        return new ClaimBatch(claimed, due.size() == room);
    }

    private List<Message> takeQueued(Instant now, int most) {
        Map<String, Integer> wanted =
                outbox.queuedDomains(now, most).stream().collect(Collectors.toMap(Function.identity(), domain -> most));
        return wanted.isEmpty() ? List.of() : outbox.takeQueued(domainRateLimits.grant(wanted, now), now);
    }

    /** First come, first served; the others of the domain line up. */
    private List<Message> admit(List<Message> due, Instant now) {
        Map<String, Integer> wanted = new HashMap<>();
        due.forEach(message -> wanted.merge(message.domain(), 1, Integer::sum));
        Map<String, Integer> grants = domainRateLimits.grant(wanted, now);
        List<Message> admitted = new ArrayList<>();
        List<Message> toLineUp = new ArrayList<>();
        due.forEach(
                message -> (grants.merge(message.domain(), -1, Integer::sum) >= 0 ? admitted : toLineUp).add(message));
        outbox.queueForDomain(toLineUp);
        return admitted;
    }

    private ClaimedMessage claim(Message message, Instant now) {
        Duration lasts = domainRateLimits.of(message.domain()).isPresent() ? RateLimit.USED_WITHIN : LASTS;
        return new ClaimedMessage(message, now.plus(lasts));
    }

    /** @param more whether the queue may hold more behind what was looked at */
    private record ClaimBatch(List<ClaimedMessage> claimed, boolean more) {}
}
