package org.postroad.journey.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customers;
import org.postroad.event.shard.ShardedItem;
import org.postroad.event.shard.ShardedQueue;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.audience.InvitationQueue.Invitee;
import org.postroad.journey.entry.Admission;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enrols the members of audiences, batch by batch, when no event waits. The audience's counts change in the same
 * transaction.
 */
@Component
@Order(ShardedQueue.INVITATIONS)
class InvitationQueue implements ShardedQueue<Invitee> {

    private static final String WAITING = Sql.of(InvitationQueue.class, "waiting-invitations");
    private static final String WITHDRAW = Sql.of(InvitationQueue.class, "withdraw-invitations");
    private static final String ADD_PROGRESS = Sql.of(InvitationQueue.class, "add-progress");

    private final JdbcClient jdbc;
    private final JourneyEngine engine;
    private final Admission admission;
    private final Customers customers;
    private final Clock clock;

    InvitationQueue(JdbcClient jdbc, JourneyEngine engine, Admission admission, Customers customers, Clock clock) {
        this.jdbc = jdbc;
        this.engine = engine;
        this.admission = admission;
        this.customers = customers;
        this.clock = clock;
    }

    /** A customer who is to be enrolled. */
    record Invitee(UUID audience, String journey, @Nullable String segment, int shard, String customerId)
            implements ShardedItem {

        @Override
        public String toString() {
            return "An invitation to journey " + journey + " in shard " + shard;
        }
    }

    @Override
    public List<Invitee> waiting(int[] shards, int atMost) {
        return jdbc.sql(WAITING)
                .param("shards", shards)
                .param("most", Math.max(1, atMost / shards.length))
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
                        select min(p.next_at) as next_at from audience a join audience_progress p on p.audience_id = a.id
                        where a.running and p.entered + p.passed_over < p.invited
                          and not exists (select from journey_state s where s.journey = a.journey)""")
                .query((row, number) -> SqlValues.instantIfAny(row, "next_at"))
                .single();
    }

    @Override
    public int process(List<Invitee> invited) {
        List<Invitee> withdrawn = withdraw(invited);
        Set<Invitee> entered = new HashSet<>();
        withdrawn.stream()
                .collect(Collectors.groupingBy(Invitee::journey))
                .forEach((journey, invitees) -> entered.addAll(admit(journey, invitees)));
        count(withdrawn, entered);
        return withdrawn.size();
    }

    /** Deletes the invitations and returns those that still existed. */
    private List<Invitee> withdraw(List<Invitee> invited) {
        Map<String, Invitee> byKey = invited.stream()
                .collect(Collectors.toMap(one -> one.audience() + one.customerId(), Function.identity()));
        return jdbc.sql(WITHDRAW)
                .params(columns(invited))
                .query((row, number) -> byKey.get(row.getString("audience_id") + row.getString("customer_id")))
                .list();
    }

    private Collection<Invitee> admit(String key, List<Invitee> invited) {
        Optional<Journey> journey = engine.journeys().stream()
                .filter(each -> each.key().equals(key) && !each.suspended())
                .findFirst();
        if (journey.isEmpty()) {
            return List.of();
        }
        Set<String> known = customers
                .findAll(invited.stream().map(Invitee::customerId).toList())
                .keySet();
        Map<String, Set<String>> matching = matching(
                invited.stream().filter(one -> known.contains(one.customerId())).toList());
        Map<String, Invitee> wanted = new HashMap<>();
        invited.stream()
                .filter(one -> known.contains(one.customerId()))
                .filter(one -> one.segment() == null
                        || matching.getOrDefault(one.segment(), Set.of()).contains(one.customerId()))
                .forEach(one -> wanted.putIfAbsent(one.customerId(), one));
        return admission.admit(journey.get(), wanted.keySet()).stream()
                .map(enrolment -> wanted.get(enrolment.customerId()))
                .toList();
    }

    /** By segment, the customers who are in it now. */
    private Map<String, Set<String>> matching(List<Invitee> invited) {
        Map<String, Set<String>> bySegment = new HashMap<>();
        invited.stream()
                .filter(one -> one.segment() != null)
                .forEach(one -> bySegment
                        .computeIfAbsent(String.valueOf(one.segment()), first -> new HashSet<>())
                        .add(one.customerId()));
        bySegment.replaceAll((segment, customers) -> engine.inSegment(customers, segment));
        return bySegment;
    }

    private void count(Collection<Invitee> withdrawn, Set<Invitee> entered) {
        if (!withdrawn.isEmpty()) {
            jdbc.sql(ADD_PROGRESS)
                    .params(columns(withdrawn))
                    .param("entered", ones(withdrawn, entered::contains))
                    .param("passedOver", ones(withdrawn, one -> !entered.contains(one)))
                    .param("now", now())
                    .update();
        }
    }

    private static Integer[] ones(Collection<Invitee> withdrawn, Predicate<Invitee> counts) {
        return withdrawn.stream().map(one -> counts.test(one) ? 1 : 0).toArray(Integer[]::new);
    }

    /** The customer counts as passed over. */
    @Override
    public void giveUp(Invitee invitee, String reason) {
        count(withdraw(List.of(invitee)), Set.of());
    }

    private static Map<String, Object> columns(Collection<Invitee> invited) {
        return Map.of(
                "audiences", SqlValues.texts(invited, one -> one.audience().toString()),
                "shards", invited.stream().map(one -> (short) one.shard()).toArray(Short[]::new),
                "customers", SqlValues.texts(invited, Invitee::customerId));
    }

    private OffsetDateTime now() {
        return SqlValues.timestamp(clock.instant());
    }
}
