package org.postroad.customer.erasure;

import java.util.List;
import java.util.UUID;
import org.postroad.event.shard.Shards;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases a customer from all that Postroad keeps. */
@Service
public class Erasure {

    private static final int MOST_TRIES = 5;

    private final Shards shards;
    private final List<Anonymiser> anonymisers;
    private final TransactionTemplate transaction;

    Erasure(Shards shards, List<Anonymiser> anonymisers, PlatformTransactionManager transactions) {
        this.shards = shards;
        this.anonymisers = List.copyOf(anonymisers);
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Who is not known is forgotten already. A timer that moves the customer at this moment makes it begin again. */
    public void erase(String customerId) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> forget(customerId));
                return;
            } catch (RuntimeException failure) {
                if (DatabaseFault.of(failure) != DatabaseFault.CONFLICT || attempt == MOST_TRIES) {
                    throw failure;
                }
            }
        }
    }

    private void forget(String customerId) {
        shards.lock(customerId);
        String pseudonym = "erased-" + UUID.randomUUID();
        anonymisers.forEach(each -> each.anonymise(customerId, pseudonym));
    }
}
