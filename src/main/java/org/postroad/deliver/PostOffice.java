package org.postroad.deliver;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroad.customer.Permissions;
import org.postroad.customer.Permissions.Permission;
import org.postroad.customer.Permissions.Permission.Granted;
import org.postroad.deliver.Outbox.Parcel;
import org.postroad.time.TimedWork;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts what is due. Claims a batch, asks once more whether we may write, commits that it is being attempted, and only
 * then talks to the relay: a crash in between leaves messages whose fate is unknown, and never sends one twice.
 */
@Component
@Order(40)
class PostOffice implements TimedWork {

    private final Outbox outbox;
    private final Permissions permissions;
    private final Postmen postmen;
    private final MessageEvents events;
    private final TransactionTemplate transaction;
    private final DeliverSettings settings;
    private final Clock clock;

    PostOffice(
            Outbox outbox,
            Permissions permissions,
            Postmen postmen,
            MessageEvents events,
            PlatformTransactionManager transactions,
            DeliverSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.permissions = permissions;
        this.postmen = postmen;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "post-office";
    }

    @Override
    public Optional<Instant> nextDue() {
        return outbox.nextDue();
    }

    /** One batch; whoever called comes again as long as there was one. */
    @Override
    public int runDue() {
        Claim claim = transaction.execute(status -> claim(clock.instant()));
        postmen.post(claim.toPost());
        return claim.all();
    }

    private Claim claim(Instant now) {
        List<Parcel> due = outbox.claim(now, settings.batch());
        List<Parcel> toPost = due.stream().filter(this::stillPermitted).toList();
        outbox.beginAttempts(toPost.stream().map(each -> each.message().id()).toList(), now);
        return new Claim(toPost, due.size());
    }

    private boolean stillPermitted(Parcel parcel) {
        Message message = parcel.message();
        Optional<String> objection = objection(message);
        objection.ifPresent(reason -> {
            outbox.cancel(message.id(), reason);
            events.cancelled(message, reason);
        });
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

    private record Claim(List<Parcel> toPost, int all) {}
}
