package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customers;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.event.shard.Shards;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.audience.InvitationQueue.Invitee;
import org.postroad.journey.entry.Admission;
import org.postroad.sql.Sql;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the audiences in, batch by batch, when no event waits. What is done is counted in the same transaction. */
@Component
@Order(30)
class InvitationQueue implements ShardedQueue<Invitee> {

    private static final String WAITING = Sql.of(InvitationQueue.class, "waiting-invitations");
    private static final String WITHDRAW = Sql.of(InvitationQueue.class, "withdraw-invitations");
    private static final String COUNT = Sql.of(InvitationQueue.class, "count-audience");

    private final JdbcClient jdbc;
    private final Shards shards;
    private final JourneyEngine engine;
    private final Admission admission;
    private final Customers customers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InvitationQueue(
            JdbcClient jdbc,
            Shards shards,
            JourneyEngine engine,
            Admission admission,
            Customers customers,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.engine = engine;
        this.admission = admission;
        this.customers = customers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A customer whose turn it is. */
    record Invitee(UUID audience, String journey, @Nullable String segment, int shard, String customerId) {

        @Override
        public String toString() {
            return "The invitation of customer " + customerId + " to " + journey;
        }
    }

    @Override
    public List<Invitee> waiting(int[] among, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", among)
                .param("most", Math.max(1, atMost / among.length))
                .param("now", now())
                .query((row, number) -> new Invitee(
                        row.getObject("audience_id", UUID.class),
                        row.getString("journey"),
                        row.getString("segment"),
                        row.getInt("shard"),
                        row.getString("customer_id")))
                .list();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("""
                        select min(p.next_at) from audience a join audience_progress p on p.audience_id = a.id
                        where a.running and p.entered + p.passed_over < p.invited""")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    @Override
    public int process(List<Invitee> invited) {
        Integer acted = transaction.execute(status -> {
            List<Invitee> taken = take(invited);
            Set<Invitee> entered = new HashSet<>();
            taken.stream()
                    .collect(Collectors.groupingBy(Invitee::journey))
                    .forEach((journey, all) -> entered.addAll(letIn(journey, all)));
            count(taken, entered);
            return taken.size();
        });
        return acted == null ? 0 : acted;
    }

    /** Those of free shards whom nobody else has dealt with meanwhile. */
    private List<Invitee> take(List<Invitee> invited) {
        Set<Integer> free = shards.tryLock(invited.stream().map(Invitee::shard).toList());
        Map<String, Invitee> byKey = invited.stream()
                .filter(one -> free.contains(one.shard()))
                .collect(Collectors.toMap(one -> one.audience() + one.customerId(), Function.identity()));
        return jdbc.sql(WITHDRAW)
                .params(columns(byKey.values()))
                .query((row, number) -> byKey.get(row.getString("audience_id") + row.getString("customer_id")))
                .list();
    }

    private Collection<Invitee> letIn(String key, List<Invitee> invited) {
        Optional<Journey> journey = engine.journeys().stream()
                .filter(each -> each.key().equals(key) && !each.suspended())
                .findFirst();
        if (journey.isEmpty()) {
            return List.of();
        }
        Set<String> known = customers
                .findAll(invited.stream().map(Invitee::customerId).toList())
                .keySet();
        Map<String, Invitee> wanted = new HashMap<>();
        invited.stream()
                .filter(one -> known.contains(one.customerId()))
                .filter(one -> one.segment() == null || engine.matchesSegment(one.customerId(), one.segment()))
                .forEach(one -> wanted.putIfAbsent(one.customerId(), one));
        return admission.admit(journey.get(), wanted.keySet()).stream()
                .map(enrolment -> wanted.get(enrolment.customerId()))
                .toList();
    }

    private void count(Collection<Invitee> taken, Set<Invitee> entered) {
        if (!taken.isEmpty()) {
            jdbc.sql(COUNT)
                    .params(columns(taken))
                    .param(
                            "entered",
                            taken.stream()
                                    .map(one -> entered.contains(one) ? 1 : 0)
                                    .toArray(Integer[]::new))
                    .param(
                            "passedOver",
                            taken.stream()
                                    .map(one -> entered.contains(one) ? 0 : 1)
                                    .toArray(Integer[]::new))
                    .param("now", now())
                    .update();
        }
    }

    /** Who cannot be let in is passed over. */
    @Override
    public void giveUp(Invitee invitee, String reason) {
        transaction.executeWithoutResult(status -> count(take(List.of(invitee)), Set.of()));
    }

    private static Map<String, Object> columns(Collection<Invitee> invited) {
        return Map.of(
                "audiences",
                        invited.stream().map(one -> one.audience().toString()).toArray(String[]::new),
                "shards", invited.stream().map(one -> (short) one.shard()).toArray(Short[]::new),
                "customers", invited.stream().map(Invitee::customerId).toArray(String[]::new));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
