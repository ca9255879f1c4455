/** Work that is ordered by customer: the shards and their locks, and the processor that works off all sharded queues in parallel threads. */
@NullMarked
@NamedInterface("shard")
package org.postroad.event.shard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
