package org.postroad.event.shard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
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

    /** The same on all machines and for ever, and the same as {@code shard_of} in the database. */
    public static int of(String customerId) {
        byte[] digest = md5(customerId.getBytes(StandardCharsets.UTF_8));
        return digest[digest.length - 1] & (NUMBER - 1);
    }

    /** Only to spread the ids. */
    private static byte[] md5(byte[] text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5.", e);
        }
    }

    /** Those of them that nobody else holds; they are the caller's until its transaction ends. */
    public Set<Integer> tryLock(Collection<Integer> wanted) {
        return new HashSet<>(jdbc.queryForList(
                "select shard from unnest(?::int[]) as wanted (shard) where pg_try_advisory_xact_lock(?, shard)",
                Integer.class,
                wanted.stream().distinct().toArray(Integer[]::new),
                LOCKS));
    }

    /** All of them, once everybody else has let go: no event acts until the caller's transaction ends. */
    public void lockAll() {
        jdbc.query(
                "select pg_advisory_xact_lock(?, shard) from generate_series(0, ?) as shard",
                row -> {},
                LOCKS,
                NUMBER - 1);
    }

    /** Waits until nobody else holds the customer's shard; it is the caller's until its transaction ends. */
    public void lock(String customerId) {
        jdbc.query("select pg_advisory_xact_lock(?, ?)", row -> {}, LOCKS, of(customerId));
    }

    /** Every how-many-th shard, from that one on. */
    static int[] everyNth(int step, int from) {
        return IntStream.iterate(from, shard -> shard < NUMBER, shard -> shard + step)
                .toArray();
    }
}
