package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.Shards;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The position of the sweep over all customers in each shard. */
@Repository
class SweepCursors {

    private static final String DUE = Sql.of(SweepCursors.class, "due-sweeps");
    private static final String CUSTOMERS = Sql.of(SweepCursors.class, "customers-to-sweep");
    private static final String SAVE = Sql.of(SweepCursors.class, "save-sweep-progress");

    private final JdbcClient jdbc;
    private final Clock clock;

    SweepCursors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A customer to check, or the end of a shard.
     *
     * @param after the id of the customer before in the shard; empty for the first
     * @param customerId null at the end of the shard
     */
    record SweepItem(int shard, String after, @Nullable String customerId) implements ShardedItem {

        /** The position after this item; empty at the end, where the next round begins with the first customer. */
        String reached() {
            return customerId == null ? "" : customerId;
        }

        @Override
        public String toString() {
            return "The audience check of customer " + customerId;
        }
    }

    /** The shards that are due, each with its position; empty (the first customer) if the audiences are new. */
    Map<Integer, String> due(Collection<Integer> shards, String audiences) {
        Map<Integer, String> due = new TreeMap<>();
        jdbc.sql(DUE)
                .param("shards", shards.toArray(Integer[]::new))
                .param("audiences", audiences)
                .param("now", SqlValues.timestamp(clock.instant()))
                .query(row -> {
                    due.put(row.getInt("shard"), row.getString("reached"));
                });
        return due;
    }

    /** The next customers of each due shard, and its end if fewer than {@code most} remain. */
    List<SweepItem> nextCustomers(Map<Integer, String> due, int most) {
        Map<Integer, List<String>> customers = customers(due, most);
        List<SweepItem> items = new ArrayList<>();
        due.forEach((shard, reached) -> {
            String after = reached;
            for (String customer : customers.getOrDefault(shard, List.of())) {
                items.add(new SweepItem(shard, after, customer));
                after = customer;
            }
            if (customers.getOrDefault(shard, List.of()).size() < most) {
                items.add(new SweepItem(shard, after, null));
            }
        });
        return items;
    }

    private Map<Integer, List<String>> customers(Map<Integer, String> due, int most) {
        return jdbc
                .sql(CUSTOMERS)
                .param("shards", due.keySet().toArray(Integer[]::new))
                .param("reached", SqlValues.texts(due.values()))
                .param("most", most)
                .query((row, number) -> Map.entry(row.getInt("shard"), row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The position in a shard, and when its next batch is due. */
    record ShardProgress(int shard, String reached, Instant next) {}

    void saveProgress(String audiences, List<ShardProgress> progress) {
        jdbc.sql(SAVE)
                .param("audiences", audiences)
                .param("shards", progress.stream().map(ShardProgress::shard).toArray(Integer[]::new))
                .param("reached", SqlValues.texts(progress, ShardProgress::reached))
                .param("nexts", SqlValues.texts(progress, one -> one.next().toString()))
                .update();
    }

    /** When the next shard is due; now if the audiences are new to any. */
    Instant nextDue(String audiences) {
        return jdbc.sql("""
                        select case when count(*) = ? then min(next_at) end as next_at
                        from audience_sweep where audiences = ?""")
                .params(Shards.NUMBER, audiences)
                .query((row, number) -> SqlValues.instantIfAny(row, "next_at"))
                .single()
                .orElseGet(clock::instant);
    }
}
