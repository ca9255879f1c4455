package org.postroad.deliver;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroad.compose.Composer;
import org.postroad.compose.Letter;
import org.postroad.compose.LetterRequest;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission.Denied;
import org.postroad.customer.consent.MailPermissions.MailPermission.Granted;
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
    private final MimeMessageBuilder mimeMessageBuilder;
    private final MessageEvents events;
    private final Clock clock;

    MailCounter(
            Messages messages,
            MailPermissions mailPermissions,
            ContentApprovals approvals,
            Composer composer,
            MimeMessageBuilder mimeMessageBuilder,
            MessageEvents events,
            Clock clock) {
        this.messages = messages;
        this.mailPermissions = mailPermissions;
        this.approvals = approvals;
        this.composer = composer;
        this.mimeMessageBuilder = mimeMessageBuilder;
        this.events = events;
        this.clock = clock;
    }

    /** Two transactions that take the same order at once collide on the row; the later one is then taken again. */
    @Override
    public MailingResult send(MailRequest order) {
        return messages.of(order).map(MailCounter::earlierResult).orElseGet(() -> submit(order));
    }

    private static MailingResult earlierResult(Message message) {
        return message.state() == MessageState.SKIPPED
                ? new MailingResult.Skipped(message.id(), String.valueOf(message.reason()))
                : new MailingResult.Queued(message.id());
    }

    private MailingResult submit(MailRequest order) {
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
        return MimeMessageBuilder.deliverable(address) ? queue(id, order, address) : skip(id, order, "invalid_address");
    }

    private MailingResult skip(UUID id, MailRequest order, String reason) {
        messages.addSkipped(id, order, reason, clock.instant());
        events.skipped(id, order, reason);
        return new MailingResult.Skipped(id, reason);
    }

    private MailingResult queue(UUID id, MailRequest order, String address) {
        Instant now = clock.instant();
        Letter letter = composer.compose(commission(id, order));
        byte[] mime = mimeMessageBuilder.build(id, order, address, letter, now);
        messages.addPrepared(id, order, new Messages.PreparedMail(address, letter, mime), now);
        events.queued(id, order);
        return new MailingResult.Queued(id);
    }

    private static LetterRequest commission(UUID id, MailRequest order) {
        return new LetterRequest(
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
        return recordCancelled(messages.cancelFor(enrolmentIds, reason), reason);
    }

    @Override
    public int cancelAllFor(Collection<String> customerIds, String reason) {
        return recordCancelled(messages.cancelAllFor(customerIds, reason), reason);
    }

    private int recordCancelled(List<Message> cancelled, String reason) {
        events.cancelled(cancelled, reason);
        return cancelled.size();
    }
}
