package org.postroad.deliver;

import java.util.Optional;
import org.postroad.customer.Permissions;
import org.postroad.customer.Permissions.Permission;
import org.postroad.customer.Permissions.Permission.Granted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks once more, just before a message is posted, whether we may write; cancels it if not. */
@Component
class LastLook {

    private final Permissions permissions;
    private final Messages messages;
    private final MessageEvents events;

    LastLook(Permissions permissions, Messages messages, MessageEvents events) {
        this.permissions = permissions;
        this.messages = messages;
        this.events = events;
    }

    @Transactional
    boolean permits(Message message) {
        Optional<String> objection = objection(message);
        objection.ifPresent(reason ->
                events.cancelled(messages.cancel(message.id(), reason).stream().toList(), reason));
        return objection.isEmpty();
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
