package org.postroad.event.shard;

/** One item of a {@link ShardedQueue}: work for one customer. */
public interface ShardedItem {

    /** The customer's shard, see {@link Shards#of}. */
    int shard();
}
