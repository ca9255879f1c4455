package org.postroad.deliver.dispatch;

import org.postroad.deliver.Messages;
import org.postroad.deliver.MessageEvents;
import org.postroad.deliver.Message;
import java.util.Optional;
import org.postroad.customer.consent.Permissions;
import org.postroad.customer.consent.Permissions.Permission;
import org.postroad.customer.consent.Permissions.Permission.Granted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks once more, just before a message is posted, whether we may write; cancels it if not. */
@Component
class LastLook {

    private final Permissions permissions;
    private final Messages messages;
    private final MessageEvents events;
    private final TransactionTemplate transaction;

    LastLook(
            Permissions permissions, Messages messages, MessageEvents events, PlatformTransactionManager transactions) {
        this.permissions = permissions;
        this.messages = messages;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean permits(Message message) {
        Optional<String> objection = objection(message);
        objection.ifPresent(reason -> transaction.executeWithoutResult(status -> cancel(message, reason)));
        return objection.isEmpty();
    }

    private void cancel(Message message, String reason) {
        events.cancelled(messages.cancel(message.id(), reason).stream().toList(), reason);
    }

    /** A mail is addressed when it is frozen; to an address that was given up since then it is not posted. */
    private Optional<String> objection(Message message) {
        Permission permission = permissions.toMail(message.customerId(), message.topic());
        if (permission instanceof Permission.Refused refused) {
            return Optional.of(refused.reason());
        }
        boolean same = ((Granted) permission).address().equals(message.recipient());
        return same ? Optional.empty() : Optional.of("address_changed");
    }
}
