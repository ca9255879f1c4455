package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.Shards;
import org.postroad.journey.JourneySettings;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The position of the sweep over all customers in each shard, and the pause that a shard keeps after entries. */
@Repository
class SweepCursors {

    private static final String DUE = Sql.of(SweepCursors.class, "due-sweeps");
    private static final String CUSTOMERS = Sql.of(SweepCursors.class, "customers-to-sweep");
    private static final String NEXT = Sql.of(SweepCursors.class, "next-sweep");
    private static final String SAVE = Sql.of(SweepCursors.class, "save-sweep-progress");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int audienceRate;

    SweepCursors(JdbcClient jdbc, Clock clock, JourneySettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audienceRate = settings.audienceRate();
    }

    /**
     * A customer to check, or the end of a shard.
     *
     * @param after the id of the customer before in the shard; empty for the first
     * @param customerId null at the end of the shard
     */
    record SweepItem(int shard, String after, @Nullable String customerId) implements ShardedItem {

        @Override
        public String toString() {
            return "The audience check of a customer in shard " + shard;
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

    /**
     * The position in a shard.
     *
     * @param reached the last customer checked; null at the end of the sweep
     * @param entered how many customers have entered by the last batch
     */
    record ShardProgress(int shard, @Nullable String reached, long entered) {}

    /** After entries the shard waits, see {@link JourneySettings#audienceRate}. */
    void saveProgress(String audiences, List<ShardProgress> progress) {
        jdbc.sql(SAVE)
                .param("audiences", audiences)
                .param("shards", progress.stream().map(ShardProgress::shard).toArray(Integer[]::new))
                .param("reached", progress.stream().map(ShardProgress::reached).toArray(String[]::new))
                .param("nexts", SqlValues.texts(progress, one -> next(one).toString()))
                .update();
    }

    private Instant next(ShardProgress progress) {
        return clock.instant().plusNanos(progress.entered() * Shards.NUMBER * 1_000_000_000L / audienceRate);
    }

    /** When the next shard is due; now if the audiences are new to any; empty if all have been swept. */
    Optional<Instant> nextDue(String audiences) {
        return jdbc.sql(NEXT)
                .param("audiences", audiences)
                .query((row, number) -> row.getInt("shards") < Shards.NUMBER
                        ? Optional.of(clock.instant())
                        : SqlValues.instantIfAny(row, "next_at"))
                .single();
    }
}
