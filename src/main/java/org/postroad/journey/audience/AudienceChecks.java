package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.event.shard.ShardedItem;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.sql.TransactionCache;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When audiences have to be evaluated again for a customer, since time alone may change the result. */
@Repository
class AudienceChecks {

    private static final String DUE = Sql.of(AudienceChecks.class, "due-checks");
    private static final String NEXT = Sql.of(AudienceChecks.class, "next-check");
    private static final String SCHEDULE = Sql.of(AudienceChecks.class, "schedule-checks");
    private static final String SCHEDULE_BY = Sql.of(AudienceChecks.class, "schedule-checks-by");

    private final JdbcClient jdbc;
    private final WorkSignal workSignal;
    private final Clock clock;
    private final TransactionCache<String, Instant> scheduled = new TransactionCache<>(this::read);

    AudienceChecks(JdbcClient jdbc, WorkSignal workSignal, Clock clock) {
        this.jdbc = jdbc;
        this.workSignal = workSignal;
        this.clock = clock;
    }

    /** A customer whose check is due. */
    record DueCheck(int shard, String customerId) implements ShardedItem {

        @Override
        public String toString() {
            return "The audience check of a customer in shard " + shard;
        }
    }

    /** The due checks of shards whose sweep over these audiences is complete. */
    List<DueCheck> due(int[] shards, String audiences, int mostPerShard) {
        return jdbc.sql(DUE)
                .param("shards", shards)
                .param("audiences", audiences)
                .param("now", SqlValues.timestamp(clock.instant()))
                .param("most", mostPerShard)
                .query((row, number) -> new DueCheck(row.getInt("shard"), row.getString("customer_id")))
                .list();
    }

    /** Those of the customers whose check is due. */
    List<String> stillDue(Collection<String> customerIds) {
        return jdbc.sql("select customer_id from audience_check where customer_id = any (?) and due_at <= ?")
                .params(SqlValues.texts(customerIds), SqlValues.timestamp(clock.instant()))
                .query(String.class)
                .list();
    }

    /** When the next check falls due; empty if none will. */
    Optional<Instant> nextDue(String audiences) {
        return jdbc.sql(NEXT)
                .param("audiences", audiences)
                .query((row, number) -> SqlValues.instantIfAny(row, "next_at"))
                .single();
    }

    /**
     * Schedules the next check of customers who have just been checked. An earlier one that is scheduled already stays.
     *
     * @param next by customer id; {@link Instant#MAX} for never
     */
    void reschedule(Map<String, Instant> next) {
        Map<String, Instant> known = scheduled.getAll(next.keySet());
        Map<String, Instant> wanted = new HashMap<>(next);
        wanted.entrySet().removeIf(entry -> isSettled(known.get(entry.getKey()), entry.getValue()));
        delete(wanted.keySet().stream()
                .filter(customer -> Instant.MAX.equals(wanted.get(customer)))
                .toList());
        wanted.values().removeIf(Instant.MAX::equals);
        schedule(wanted);
    }

    private boolean isSettled(@Nullable Instant scheduled, Instant next) {
        return scheduled == null
                ? next.equals(Instant.MAX)
                : scheduled.isAfter(clock.instant()) && !scheduled.isAfter(next);
    }

    /** Spares the current transaction the query for what another query has read; a customer without a check is absent. */
    void remember(Collection<String> customerIds, Map<String, Instant> due) {
        customerIds.forEach(customer -> scheduled.put(customer, due.get(customer)));
    }

    private Map<String, Instant> read(Collection<String> customerIds) {
        Map<String, Instant> scheduled = new HashMap<>();
        jdbc.sql("select customer_id, due_at from audience_check where customer_id = any (?)")
                .param(SqlValues.texts(customerIds))
                .query(row -> {
                    scheduled.put(row.getString("customer_id"), SqlValues.instant(row, "due_at"));
                });
        return scheduled;
    }

    private void delete(Collection<String> customerIds) {
        if (!customerIds.isEmpty()) {
            jdbc.sql("delete from audience_check where customer_id = any (?)")
                    .param(SqlValues.texts(customerIds))
                    .update();
            customerIds.forEach(customer -> scheduled.put(customer, null));
        }
    }

    private void schedule(Map<String, Instant> next) {
        if (!next.isEmpty()) {
            jdbc.sql(SCHEDULE)
                    .param("customers", SqlValues.texts(next.keySet()))
                    .param("dues", SqlValues.texts(next.values(), Instant::toString))
                    .update();
            next.forEach(scheduled::put);
            workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
        }
    }

    /** Schedules a check of each customer at that time, unless an earlier one is scheduled. */
    void scheduleBy(Instant due, Collection<String> customerIds) {
        Map<String, Instant> known = scheduled.getAll(customerIds);
        List<String> later = customerIds.stream()
                .filter(customer -> due.isBefore(known.getOrDefault(customer, Instant.MAX)))
                .toList();
        if (!later.isEmpty()) {
            jdbc.sql(SCHEDULE_BY)
                    .param("due", SqlValues.timestamp(due))
                    .param("customers", SqlValues.texts(later))
                    .update();
            later.forEach(customer -> scheduled.put(customer, due));
            workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
        }
    }
}
