package org.postroad.deliver.dispatch;

import java.util.Optional;
import org.postroad.customer.consent.MailPermissions;
import org.postroad.customer.consent.MailPermissions.MailPermission;
import org.postroad.customer.consent.MailPermissions.MailPermission.Granted;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks once more, just before a message is posted, whether we may write; cancels it if not. */
@Component
class PreSendCheck {

    private final MailPermissions mailPermissions;
    private final Messages messages;
    private final MessageEvents events;
    private final TransactionTemplate transaction;

    PreSendCheck(
            MailPermissions mailPermissions,
            Messages messages,
            MessageEvents events,
            PlatformTransactionManager transactions) {
        this.mailPermissions = mailPermissions;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean permits(Message message) {
        Optional<String> objection = refusalReason(message);
        objection.ifPresent(reason -> transaction.executeWithoutResult(status -> cancel(message, reason)));
        return objection.isEmpty();
    }

    private void cancel(Message message, String reason) {
        events.cancelled(messages.cancel(message.id(), reason).stream().toList(), reason);
    }

    /** A mail is addressed when it is frozen; to an address that was given up since then it is not posted. */
    private Optional<String> refusalReason(Message message) {
        MailPermission mailPermission = mailPermissions.toMail(message.customerId(), message.topic());
        if (mailPermission instanceof MailPermission.Denied denied) {
            return Optional.of(denied.reason());
        }
        boolean same = ((Granted) mailPermission).address().equals(message.recipient());
        return same ? Optional.empty() : Optional.of("address_changed");
    }
}
