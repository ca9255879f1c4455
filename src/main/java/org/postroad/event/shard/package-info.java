/**
 * Work that is ordered by customer: the shards and their locks, and the processor of all sharded queues. Start at {@link
 * org.postroad.event.shard.ShardedQueue}.
 */
@NullMarked
@NamedInterface("shard")
package org.postroad.event.shard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
