package org.postroad.event.store;

import java.time.Instant;

/**
 * Where an event waits, and where it is found in the log.
 *
 * @param shard its customer's
 */
public record InboxEntry(int shard, long seq, Instant receivedAt) {

    @Override
    public String toString() {
        return "Event number " + seq + " (see GET /api/events/set-aside)";
    }
}
