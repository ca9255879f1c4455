package org.postroad.journey;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.journey.entry.Holdout;
import org.postroad.time.WorkScheduler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People who come to the shop, for tests; each test gets new ones. */
@Component
public class Visitors {

    private final EventIntake intake;
    private final WorkScheduler workScheduler;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Holdout holdout;

    Visitors(EventIntake intake, WorkScheduler workScheduler, Clock clock, JdbcClient jdbc, Holdout holdout) {
        this.intake = intake;
        this.workScheduler = workScheduler;
        this.clock = clock;
        this.jdbc = jdbc;
        this.holdout = holdout;
    }

    public Visitor anybody() {
        return visitor(false);
    }

    public Visitor somebodyInTheHoldout() {
        return visitor(true);
    }

    /** Somebody whom we may write to, for so long already that nobody welcomes them any more. */
    public Visitor consenting() {
        Visitor visitor = anybody();
        Instant lately = clock.instant().minus(Duration.ofDays(2));
        return visitor.did(EventType.SIGNED_UP, lately, Map.of("email", visitor.id + "@customers.example"))
                .did(EventType.SUBSCRIBED, lately, Map.of("topic", "marketing", "source", "test"));
    }

    private Visitor visitor(boolean heldOut) {
        return Stream.generate(() -> "visitor-" + UuidCreator.getTimeOrderedEpoch())
                .filter(id ->
                        holdout.among(Set.of(id), "browse-abandonment", 0.05).contains(id) == heldOut)
                .map(Visitor::new)
                .findFirst()
                .orElseThrow();
    }

    /** One of them; whatever they do has had its effect when the method returns. */
    public final class Visitor {

        public final String id;

        private Visitor(String id) {
            this.id = id;
        }

        public Visitor looksAt(String productId) {
            return did(EventType.PRODUCT_VIEWED, clock.instant(), Map.of("productId", productId));
        }

        public Visitor looksTwiceAt(String productId) {
            return looksAt(productId).looksAt(productId);
        }

        public Visitor buys(String productId) {
            return did(EventType.PURCHASED, clock.instant(), Map.of("items", List.of(Map.of("productId", productId))));
        }

        public Visitor unsubscribes() {
            return did(EventType.UNSUBSCRIBED, clock.instant(), Map.of("source", "test"));
        }

        public Visitor does(String type) {
            return did(type, clock.instant(), Map.of());
        }

        public Visitor did(String type, Instant at, Map<String, Object> properties) {
            intake.record(new Event(UuidCreator.getTimeOrderedEpoch().toString(), id, type, at, properties));
            return now();
        }

        /** As {@link #does}, but the road has not acted on it before {@link #now()}. */
        public Visitor willDo(String type) {
            return willDo(type, Map.of());
        }

        public Visitor willDo(String type, Map<String, Object> properties) {
            intake.record(
                    new Event(UuidCreator.getTimeOrderedEpoch().toString(), id, type, clock.instant(), properties));
            return this;
        }

        public Visitor now() {
            workScheduler.runDue();
            return this;
        }

        /** The journeys that they are in now. */
        public List<String> inside() {
            return jdbc.sql("select journey from enrolment where customer_id = ? and ended_at is null")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** How their walks ended, oldest first. */
        public List<String> endings() {
            return jdbc.sql(
                            "select end_reason from enrolment where customer_id = ? and ended_at is not null order by run")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** Where their tokens are, as the engine has it. */
        public List<String> waitsAt() {
            return jdbc.sql("""
                            select e.act_id_ from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
                            where i.business_key_ = ? and e.is_active_ and e.act_id_ is not null""").param(id).query(String.class).list();
        }

        /** The steps that they passed, in order. */
        public List<String> steps() {
            return jdbc.sql("""
                            select s.step from step s join enrolment e on e.id = s.enrolment_id
                            where e.customer_id = ? order by s.seq""").param(id).query(String.class).list();
        }

        /** The mails that were ordered for them, by step. */
        public List<String> mails() {
            return jdbc.sql("select step from message where customer_id = ? order by created_at")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** The only mail that a step ordered for them. */
        public UUID messageOf(String step) {
            return jdbc.sql("select id from message where customer_id = ? and step = ?")
                    .params(id, step)
                    .query(UUID.class)
                    .single();
        }

        public List<String> mailsSkippedFor(String reason) {
            return jdbc.sql("select step from message where customer_id = ? and state = 'SKIPPED' and reason = ?")
                    .params(id, reason)
                    .query(String.class)
                    .list();
        }

        /** What happened to them, of these types, in order. */
        public List<String> events(String... types) {
            return jdbc.sql("select type from event where customer_id = ? and type = any (?) order by seq")
                    .params(id, types)
                    .query(String.class)
                    .list();
        }
    }
}
