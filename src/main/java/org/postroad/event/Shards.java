package org.postroad.event;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The customers in a fixed number of shards. Whoever acts on a customer's events holds the customer's shard: one thread
 * of one node at a time, so that events of one customer act in order.
 */
@Component
public class Shards {

    /** More than the nodes and threads that one database feeds; fixed, since what waits is spread over them. */
    public static final int NUMBER = 16;

    /** Names the locks; "post" in ASCII. */
    static final int LOCKS = 0x706f7374;

    private final JdbcTemplate jdbc;

    Shards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The same on all machines and for ever. */
    public static int of(String customerId) {
        CRC32 hash = new CRC32();
        hash.update(customerId.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % NUMBER);
    }

    /** Those of them that nobody else holds; they are the caller's until its transaction ends. */
    public Set<Integer> take(Collection<Integer> wanted) {
        return new HashSet<>(jdbc.queryForList(
                "select shard from unnest(?::int[]) as wanted (shard) where pg_try_advisory_xact_lock(?, shard)",
                Integer.class,
                wanted.stream().distinct().toArray(Integer[]::new),
                LOCKS));
    }

    /** Every how-many-th shard, from that one on. */
    static int[] every(int step, int from) {
        return IntStream.iterate(from, shard -> shard < NUMBER, shard -> shard + step)
                .toArray();
    }
}
