package org.postroad.event.shard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One look of a worker at its shards. It leaves those that others have locked, and those whose first item cannot be
 * processed now, and goes on with the rest. Of a shard that it has left it processes nothing more, since that might come
 * after what still waits.
 */
final class ShardPass {

    private final ShardShare share;
    private final Set<Integer> left = new HashSet<>();
    private @Nullable RuntimeException failure;

    ShardPass(ShardShare share) {
        this.share = share;
    }

    /** The shards that it has not left, in the order in which to look at them. */
    int[] shards() {
        return share.inOrder().stream()
                .filter(shard -> !left.contains(shard))
                .mapToInt(shard -> shard)
                .toArray();
    }

    /** Those of the items whose shards it has not left. */
    <T extends ShardedItem> List<T> open(List<T> items) {
        return items.stream().filter(item -> !left.contains(item.shard())).toList();
    }

    void served(List<? extends ShardedItem> items) {
        share.served(items.stream().map(ShardedItem::shard).collect(Collectors.toSet()));
    }

    void leave(Collection<Integer> shards) {
        left.addAll(shards);
    }

    void leave(int shard, RuntimeException reason) {
        left.add(shard);
        failure = failure == null ? reason : failure;
    }

    /** How many shards it has left, in which something may wait. */
    int left() {
        return left.size();
    }

    /** Why the first shard was left that nobody had locked. */
    Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }
}
