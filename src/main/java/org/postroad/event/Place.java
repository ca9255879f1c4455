package org.postroad.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Where an event waits, and where it is found in the log.
 *
 * @param shard which of the queues; a customer's events are all in one, in order of their sequence numbers
 */
record Place(int shard, long seq, Instant receivedAt) {

    /**
     * How many queues there are. More than any number of nodes and threads that one database feeds, so that each finds
     * one that is free; fixed, since the waiting events are spread over them.
     */
    static final int SHARDS = 16;

    /** The same on all machines and for ever. */
    static int shardOf(String customerId) {
        CRC32 hash = new CRC32();
        hash.update(customerId.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % SHARDS);
    }

    /** Every how-many-th shard, from that one on. */
    static int[] shards(int from, int step) {
        return IntStream.iterate(from, shard -> shard < SHARDS, shard -> shard + step)
                .toArray();
    }
}
