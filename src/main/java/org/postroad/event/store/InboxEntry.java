package org.postroad.event.store;

import java.time.Instant;
import org.postroad.event.shard.ShardedItem;

/**
 * An event in the inbox.
 *
 * @param shard its customer's shard
 * @param seq the event's number, unique in the log
 * @param receivedAt finds the partition of the log
 */
public record InboxEntry(int shard, long seq, Instant receivedAt) implements ShardedItem {

    @Override
    public String toString() {
        return "Event number " + seq + " (see GET /api/events/set-aside)";
    }
}
