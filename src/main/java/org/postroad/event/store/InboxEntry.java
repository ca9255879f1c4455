package org.postroad.event.store;

import java.time.Instant;
import org.postroad.event.shard.ShardedItem;

/**
 * Where an event waits, and where it is found in the log.
 *
 * @param shard its customer's
 */
public record InboxEntry(int shard, long seq, Instant receivedAt) implements ShardedItem {

    @Override
    public String toString() {
        return "Event number " + seq + " (see GET /api/events/set-aside)";
    }
}
