package org.postroad.event.shard;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Divides the customers into a fixed number of shards, each with an advisory lock in PostgreSQL. Work for a customer holds
 * the lock of the customer's shard: one thread of one node at a time, so that events of one customer are processed in
 * order.
 */
@Component
public class Shards {

    /** More than the nodes and threads that one database can serve. Fixed, since stored rows carry their shard. */
    public static final int NUMBER = 16;

    static final int[] ALL = everyNth(1, 0);

    /** The first key of the locks; "post" in ASCII. */
    static final int LOCKS = 0x706f7374;

    private final JdbcTemplate jdbc;

    Shards(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The customer's shard, from 0: for ever the same, and the same as {@code shard_of} in the database. */
    public static int of(String customerId) {
        byte[] digest = DigestUtils.md5(customerId); // only to spread the ids
        return digest[digest.length - 1] & (NUMBER - 1);
    }

    /** Locks those that are free, until the caller's transaction ends, and returns them. */
    Set<Integer> tryLock(Collection<Integer> wanted) {
        return new HashSet<>(jdbc.queryForList(
                "select shard from unnest(?::int[]) as wanted (shard) where pg_try_advisory_xact_lock(?, shard)",
                Integer.class,
                wanted.stream().distinct().sorted().toArray(Integer[]::new),
                LOCKS));
    }

    /** Waits for the locks of all shards: no event is processed until the caller's transaction ends. */
    public void lockAll() {
        jdbc.query(
                "select pg_advisory_xact_lock(?, shard) from generate_series(0, ?) as shard",
                row -> {},
                LOCKS,
                NUMBER - 1);
    }

    /** Waits for the lock of the customer's shard and holds it until the caller's transaction ends. */
    public void lock(String customerId) {
        jdbc.query("select pg_advisory_xact_lock(?, ?)", row -> {}, LOCKS, of(customerId));
    }

    /** Every {@code step}-th shard, beginning with {@code from}. */
    static int[] everyNth(int step, int from) {
        return IntStream.iterate(from, shard -> shard < NUMBER, shard -> shard + step)
                .toArray();
    }
}
