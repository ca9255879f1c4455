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

/** Checks permission once more just before a message is sent, and cancels the message if it is gone. */
@Component
class PreSendCheck {

    private final MailPermissions permissions;
    private final Messages messages;
    private final MessageEvents events;
    private final TransactionTemplate transaction;

    PreSendCheck(
            MailPermissions permissions,
            Messages messages,
            MessageEvents events,
            PlatformTransactionManager transactions) {
        this.permissions = permissions;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean permits(Message message) {
        Optional<String> refusal = refusalReason(message);
        refusal.ifPresent(reason -> transaction.executeWithoutResult(status -> cancel(message, reason)));
        return refusal.isEmpty();
    }

    private void cancel(Message message, String reason) {
        events.cancelled(messages.cancel(message.id(), reason).stream().toList(), reason);
    }

    /** The MIME is frozen with an address: if the customer has another one by now, it is not sent. */
    private Optional<String> refusalReason(Message message) {
        MailPermission permission = permissions.toMail(message.customerId(), message.topic());
        if (permission instanceof MailPermission.Denied denied) {
            return Optional.of(denied.reason());
        }
        boolean same = ((Granted) permission).address().equals(message.recipient());
        return same ? Optional.empty() : Optional.of("address_changed");
    }
}
