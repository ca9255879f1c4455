package org.postroad.deliver;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The counter of the post office: takes orders, and takes them back while they have not left. */
public interface Mailing {

    /**
     * Checks permission, composes and queues, in the caller's transaction; nothing is posted here. Not sending is a
     * normal result with a reason. An order that was taken before is answered as it was then.
     */
    MailingResult send(MailRequest order);

    /** What is wrong with a content, a sentence each; empty if letters can be written from it. */
    List<String> faultsIn(String content);

    /** The latest mail that a step of this enrolment ordered and that was written. */
    Optional<UUID> latestOf(UUID enrolmentId, String step);

    /** Cancels what waits for these enrolments and returns how many mails; what is being attempted goes out. */
    int cancel(Collection<UUID> enrolmentIds, String reason);

    /** Cancels all that waits for these customers and returns how many. */
    int cancelAllFor(Collection<String> customerIds, String reason);

    /** What became of an order. */
    sealed interface MailingResult {

        UUID messageId();

        record Queued(UUID messageId) implements MailingResult {}

        record Skipped(UUID messageId, String reason) implements MailingResult {}
    }
}
