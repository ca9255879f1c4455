package org.postroad.customer.erasure;

import java.util.List;
import java.util.UUID;
import org.postroad.event.shard.Shards;
import org.postroad.sql.ConflictRetry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases a customer's personal data from all stores, by the {@link Anonymiser} of each. */
@Service
public class Erasure {

    private final Shards shards;
    private final List<Anonymiser> anonymisers;
    private final TransactionTemplate transaction;

    Erasure(Shards shards, List<Anonymiser> anonymisers, PlatformTransactionManager transactions) {
        this.shards = shards;
        this.anonymisers = List.copyOf(anonymisers);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does nothing for an unknown customer. Begins again if a timer moves the customer at the same moment. */
    public void erase(String customerId) {
        ConflictRetry.run(() -> transaction.executeWithoutResult(status -> anonymise(customerId)));
    }

    private void anonymise(String customerId) {
        shards.lock(customerId);
        String pseudonym = "erased-" + UUID.randomUUID();
        anonymisers.forEach(each -> each.anonymise(customerId, pseudonym));
    }
}
