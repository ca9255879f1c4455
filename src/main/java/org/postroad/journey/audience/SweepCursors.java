package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the sweep over all customers has come in each shard. */
@Repository
class SweepCursors {

    private static final String DUE = Sql.of(SweepCursors.class, "due-sweeps");
    private static final String CUSTOMERS = Sql.of(SweepCursors.class, "customers-to-sweep");
    private static final String NOTE = Sql.of(SweepCursors.class, "note-sweeps");

    private final JdbcClient jdbc;
    private final Clock clock;

    SweepCursors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A customer who is to be looked at.
     *
     * @param after who comes before in the shard; empty for the first
     * @param customerId null at the end of the shard
     */
    record SweepItem(int shard, String after, @Nullable String customerId) implements ShardedItem {

        /** The next round begins with the first customer again. */
        String reached() {
            return customerId == null ? "" : customerId;
        }

        @Override
        public String toString() {
            return "The look at customer " + customerId + " for the audiences of journeys";
        }
    }

    /** After whom customers are to be looked at now, by shard; from the first on if the audiences are new. */
    Map<Integer, String> due(Collection<Integer> among, String audiences) {
        Map<Integer, String> due = new TreeMap<>();
        jdbc.sql(DUE)
                .param("shards", among.toArray(Integer[]::new))
                .param("audiences", audiences)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    due.put(row.getInt("shard"), row.getString("reached"));
                });
        return due;
    }

    /** The next customers of each shard, and its end where there are no more than so many. */
    List<SweepItem> nextCustomers(Map<Integer, String> due, int most) {
        Map<Integer, List<String>> customers = customers(due, most);
        List<SweepItem> looks = new ArrayList<>();
        due.forEach((shard, reached) -> {
            String after = reached;
            for (String customer : customers.getOrDefault(shard, List.of())) {
                looks.add(new SweepItem(shard, after, customer));
                after = customer;
            }
            if (customers.getOrDefault(shard, List.of()).size() < most) {
                looks.add(new SweepItem(shard, after, null));
            }
        });
        return looks;
    }

    private Map<Integer, List<String>> customers(Map<Integer, String> due, int most) {
        return jdbc
                .sql(CUSTOMERS)
                .param("shards", due.keySet().toArray(Integer[]::new))
                .param("reached", due.values().toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> Map.entry(row.getInt("shard"), row.getString("id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** How far a shard has been swept, and when that goes on. */
    record ShardProgress(int shard, String reached, Instant next) {}

    void saveProgress(String audiences, List<ShardProgress> swept) {
        jdbc.sql(NOTE)
                .param("audiences", audiences)
                .param("shards", swept.stream().map(ShardProgress::shard).toArray(Integer[]::new))
                .param("reached", swept.stream().map(ShardProgress::reached).toArray(String[]::new))
                .param("nexts", swept.stream().map(one -> one.next().toString()).toArray(String[]::new))
                .update();
    }

    /** When a shard is due; now if these audiences are new to one. */
    Instant nextDue(String audiences) {
        return jdbc.sql("select case when count(*) = ? then min(next_at) end from audience_sweep where audiences = ?")
                .params(Shards.NUMBER, audiences)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElseGet(clock::instant);
    }
}
