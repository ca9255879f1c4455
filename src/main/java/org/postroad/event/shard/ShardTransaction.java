package org.postroad.event.shard;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work for items in one transaction that locks their shards. */
@Component
class ShardTransaction {

    private final Shards shards;
    private final TransactionTemplate transaction;

    ShardTransaction(Shards shards, PlatformTransactionManager transactions) {
        this.shards = shards;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Hands over the items whose shards nobody else has locked, in order; the locks are released with the transaction. The
     * pass leaves the other shards.
     *
     * @return what the work returns; 0 without calling it if no shard is free
     */
    <T extends ShardedItem> int run(List<T> items, ShardPass pass, ToIntFunction<List<T>> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Set<Integer> wanted = items.stream().map(ShardedItem::shard).collect(Collectors.toSet());
            Set<Integer> locked = shards.tryLock(wanted);
            pass.leave(wanted.stream().filter(shard -> !locked.contains(shard)).toList());
            List<T> lockedItems =
                    items.stream().filter(item -> locked.contains(item.shard())).toList();
            return lockedItems.isEmpty() ? 0 : work.applyAsInt(lockedItems);
        }));
    }
}
