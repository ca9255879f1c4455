package org.postroad.event.shard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shards of one worker, in the order in which they are looked at: first those that were served longest ago. So a shard
 * with a long backlog keeps no other waiting, and two nodes that meet at one shard part at the next.
 */
final class ShardShare {

    private final List<Integer> order;

    ShardShare(int[] shards) {
        this.order = new ArrayList<>(IntStream.of(shards).boxed().toList());
    }

    /** Those of the items that are in these shards. */
    synchronized <T extends ShardedItem> List<T> of(List<T> items) {
        return items.stream().filter(item -> order.contains(item.shard())).toList();
    }

    synchronized List<Integer> inOrder() {
        return List.copyOf(order);
    }

    /** They come last from now on. */
    synchronized void served(Collection<Integer> shards) {
        List<Integer> mine = order.stream().filter(shards::contains).toList();
        order.removeAll(mine);
        order.addAll(mine);
    }
}
