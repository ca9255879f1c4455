package org.postroad.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postroad.compose.Composer;
import org.postroad.compose.Letter;
import org.postroad.customer.EmailAddress;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission;
import org.postroad.customer.consent.MailPermissions.MailPermission.Denied;
import org.postroad.customer.consent.MailPermissions.MailPermission.Granted;
import org.postroad.time.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests for mail, and cancels mail that has not been sent. All of it happens in the caller's transaction. */
@Service
@Transactional
public class Mailing {

    private final Messages messages;
    private final MailPermissions permissions;
    private final ContentApprovals approvals;
    private final Composer composer;
    private final MimeMessageBuilder mimeBuilder;
    private final MessageEvents events;
    private final Clock clock;
    private final Ids ids;

    Mailing(
            Messages messages,
            MailPermissions permissions,
            ContentApprovals approvals,
            Composer composer,
            MimeMessageBuilder mimeBuilder,
            MessageEvents events,
            Clock clock,
            Ids ids) {
        this.messages = messages;
        this.permissions = permissions;
        this.approvals = approvals;
        this.composer = composer;
        this.mimeBuilder = mimeBuilder;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /** The result of a request. */
    public sealed interface MailingResult {

        UUID messageId();

        record Queued(UUID messageId) implements MailingResult {}

        record Skipped(UUID messageId, String reason) implements MailingResult {}
    }

    /**
     * Checks permission, composes and queues; sends nothing itself. Not sending is a normal result with a reason. A request
     * that is repeated (same enrolment, step and run) gets its first result. If two transactions make the same request at
     * once, the second fails on the unique key of the row and is to be retried.
     *
     * @throws org.postroad.compose.template.LetterRefused if the letter cannot be composed
     */
    public MailingResult send(MailRequest request) {
        return messages.of(request).map(Mailing::earlierResult).orElseGet(() -> submit(request));
    }

    private static MailingResult earlierResult(Message message) {
        return message.state() == MessageState.SKIPPED
                ? new MailingResult.Skipped(message.id(), String.valueOf(message.reason()))
                : new MailingResult.Queued(message.id());
    }

    private MailingResult submit(MailRequest request) {
        UUID id = ids.next();
        if (request.holdout()) {
            return skip(id, request, "holdout");
        }
        MailPermission permission = permissions.toMail(request.customerId(), request.topic());
        if (permission instanceof Denied denied) {
            return skip(id, request, denied.reason());
        }
        if (approvals.withholds(request.content())) {
            return skip(id, request, "content_not_approved");
        }
        String address = ((Granted) permission).address();
        return EmailAddress.isDeliverable(address) ? queue(id, request, address) : skip(id, request, "invalid_address");
    }

    private MailingResult skip(UUID id, MailRequest request, String reason) {
        messages.addSkipped(id, request, reason, clock.instant());
        events.skipped(id, request, reason);
        return new MailingResult.Skipped(id, reason);
    }

    private MailingResult queue(UUID id, MailRequest request, String address) {
        Instant now = clock.instant();
        Letter letter = composer.compose(id, request);
        byte[] mime = mimeBuilder.build(id, request, address, letter, now);
        messages.addPrepared(id, request, new Messages.PreparedMail(address, letter, mime), now);
        events.queued(id, request);
        return new MailingResult.Queued(id);
    }

    /** What keeps every letter of a content from being composed, a sentence each; empty if nothing does. */
    public List<String> faultsIn(String content) {
        return composer.faultsIn(content);
    }

    /** The latest message that was composed for this step of the enrolment. */
    public Optional<UUID> latestOf(UUID enrolmentId, String step) {
        return messages.latestOf(enrolmentId, step);
    }

    /** Cancels the waiting messages of these enrolments and returns how many; a message that is being attempted goes out. */
    public int cancel(Collection<UUID> enrolmentIds, String reason) {
        return recordCancelled(messages.cancelFor(enrolmentIds, reason), reason);
    }

    /** Cancels the waiting messages of these customers and returns how many. */
    public int cancelAllFor(Collection<String> customerIds, String reason) {
        return recordCancelled(messages.cancelAllFor(customerIds, reason), reason);
    }

    private int recordCancelled(List<Message> cancelled, String reason) {
        events.cancelled(cancelled, reason);
        return cancelled.size();
    }
}
