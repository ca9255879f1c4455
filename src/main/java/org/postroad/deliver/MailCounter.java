package org.postroad.deliver;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroad.compose.Commission;
import org.postroad.compose.Composer;
import org.postroad.compose.Letter;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission.Granted;
import org.postroad.customer.consent.MailPermissions.MailPermission.Denied;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders: may we write, what do we write, freeze it, queue it. */
@Service
@Transactional
class MailCounter implements Mailing {

    private final Messages messages;
    private final MailPermissions mailPermissions;
    private final ContentApprovals approvals;
    private final Composer composer;
    private final Envelopes envelopes;
    private final MessageEvents events;
    private final Clock clock;

    MailCounter(
            Messages messages,
            MailPermissions mailPermissions,
            ContentApprovals approvals,
            Composer composer,
            Envelopes envelopes,
            MessageEvents events,
            Clock clock) {
        this.messages = messages;
        this.mailPermissions = mailPermissions;
        this.approvals = approvals;
        this.composer = composer;
        this.envelopes = envelopes;
        this.events = events;
        this.clock = clock;
    }

    /** Two transactions that take the same order at once collide on the row; the later one is then taken again. */
    @Override
    public Outcome send(MailOrder order) {
        return messages.of(order).map(MailCounter::asBefore).orElseGet(() -> take(order));
    }

    private static Outcome asBefore(Message message) {
        return message.state() == MessageState.SKIPPED
                ? new Outcome.Skipped(message.id(), String.valueOf(message.reason()))
                : new Outcome.Queued(message.id());
    }

    private Outcome take(MailOrder order) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        if (order.holdout()) {
            return skip(id, order, "holdout");
        }
        MailPermissions.MailPermission mailPermission = mailPermissions.toMail(order.customerId(), order.topic());
        if (mailPermission instanceof Denied denied) {
            return skip(id, order, denied.reason());
        }
        if (approvals.withholds(order.content())) {
            return skip(id, order, "content_not_approved");
        }
        String address = ((Granted) mailPermission).address();
        return Envelopes.deliverable(address) ? queue(id, order, address) : skip(id, order, "invalid_address");
    }

    private Outcome skip(UUID id, MailOrder order, String reason) {
        messages.addSkipped(id, order, reason, clock.instant());
        events.skipped(id, order, reason);
        return new Outcome.Skipped(id, reason);
    }

    private Outcome queue(UUID id, MailOrder order, String address) {
        Instant now = clock.instant();
        Letter letter = composer.compose(commission(id, order));
        byte[] mime = envelopes.seal(id, order, address, letter, now);
        messages.addPrepared(id, order, new Messages.Written(address, letter, mime), now);
        events.queued(id, order);
        return new Outcome.Queued(id);
    }

    private static Commission commission(UUID id, MailOrder order) {
        return new Commission(
                id,
                order.enrolmentId(),
                order.journey(),
                order.step(),
                order.topic(),
                order.content(),
                order.customerId(),
                order.decisionId(),
                order.productIds(),
                order.event());
    }

    @Override
    public List<String> faultsIn(String content) {
        return composer.faultsIn(content);
    }

    @Override
    public Optional<UUID> latestOf(UUID enrolmentId, String step) {
        return messages.latestOf(enrolmentId, step);
    }

    @Override
    public int cancel(Collection<UUID> enrolmentIds, String reason) {
        return told(messages.cancelFor(enrolmentIds, reason), reason);
    }

    @Override
    public int cancelAllFor(Collection<String> customerIds, String reason) {
        return told(messages.cancelAllFor(customerIds, reason), reason);
    }

    private int told(List<Message> cancelled, String reason) {
        events.cancelled(cancelled, reason);
        return cancelled.size();
    }
}
