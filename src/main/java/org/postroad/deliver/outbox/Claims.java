package org.postroad.deliver.outbox;

import org.postroad.deliver.Message;
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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due for this node, as far as the domains' limits allow; what a domain cannot take now is lined up before
 * it and leaves the queue, so that it holds nobody up. A claim is a promise with an end and no attempt: what a node
 * claimed and did not begin, because it died, belongs to all again when the promise ends.
 */
@Component
public class Claims {

    /** Long enough to begin a batch at an ordinary relay, short enough to wait for after a crash. */
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final RightOfWay rightOfWay;
    private final Limits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Claims(Outbox outbox, RightOfWay rightOfWay, Limits limits, PlatformTransactionManager transactions, Clock clock) {
        this.outbox = outbox;
        this.rightOfWay = rightOfWay;
        this.limits = limits;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** At most so many; none if nothing may leave now. */
    public List<Claimed> take(int most) {
        Look look;
        do {
            look = Objects.requireNonNull(transaction.execute(status -> look(clock.instant(), most)));
        } while (look.claimed.isEmpty() && look.more);
        return look.claimed;
    }

    /** What has not been begun waits for any node again. */
    public void giveBack(List<Claimed> claimed) {
        outbox.unclaim(claimed);
    }

    private Look look(Instant now, int most) {
        List<Message> lined = fromLines(now, most);
        int room = most - lined.size();
        List<Message> due = room > 0 ? outbox.due(now, room) : List.of();
        List<Message> messages = new ArrayList<>(rightOfWay.admit(lined, now));
        messages.addAll(admit(rightOfWay.admit(due, now), now));
        List<Claimed> claimed =
                messages.stream().map(message -> claim(message, now)).toList();
        outbox.claim(claimed);
        return new Look(claimed, due.size() == room);
    }

    private List<Message> fromLines(Instant now, int most) {
        Map<String, Integer> wanted =
                outbox.lines(now, most).stream().collect(Collectors.toMap(Function.identity(), domain -> most));
        return wanted.isEmpty() ? List.of() : outbox.inLine(limits.grant(wanted, now), now);
    }

    /** First come, first served; the others of the domain line up. */
    private List<Message> admit(List<Message> due, Instant now) {
        Map<String, Integer> wanted = new HashMap<>();
        due.forEach(message -> wanted.merge(message.domain(), 1, Integer::sum));
        Map<String, Integer> grants = limits.grant(wanted, now);
        List<Message> admitted = new ArrayList<>();
        List<Message> toLineUp = new ArrayList<>();
        due.forEach(
                message -> (grants.merge(message.domain(), -1, Integer::sum) >= 0 ? admitted : toLineUp).add(message));
        outbox.lineUp(toLineUp);
        return admitted;
    }

    private Claimed claim(Message message, Instant now) {
        Duration lasts = limits.of(message.domain()).isPresent() ? Pace.USED_WITHIN : LASTS;
        return new Claimed(message, now.plus(lasts));
    }

    /** @param more whether the queue may hold more behind what was looked at */
    private record Look(List<Claimed> claimed, boolean more) {}
}
