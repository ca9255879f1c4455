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

/** Creates customers for tests and sends the events of what they do. Every customer has a new id. */
@Component
public class CustomerFixture {

    private final EventIntake intake;
    private final WorkScheduler workScheduler;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Holdout holdout;

    CustomerFixture(EventIntake intake, WorkScheduler workScheduler, Clock clock, JdbcClient jdbc, Holdout holdout) {
        this.intake = intake;
        this.workScheduler = workScheduler;
        this.clock = clock;
        this.jdbc = jdbc;
        this.holdout = holdout;
    }

    /** A customer outside the holdout of {@code browse-abandonment}. */
    public TestCustomer aCustomer() {
        return create(false);
    }

    public TestCustomer aHeldOutCustomer() {
        return create(true);
    }

    /** A customer with consent to marketing since two days ago, too long ago to enter the welcome journey. */
    public TestCustomer aConsentingCustomer() {
        TestCustomer testCustomer = aCustomer();
        Instant twoDaysAgo = clock.instant().minus(Duration.ofDays(2));
        return testCustomer
                .did(EventType.SIGNED_UP, twoDaysAgo, Map.of("email", testCustomer.id + "@customers.example"))
                .did(EventType.SUBSCRIBED, twoDaysAgo, Map.of("topic", "marketing", "source", "test"));
    }

    private TestCustomer create(boolean heldOut) {
        return Stream.generate(() -> "customer-" + UuidCreator.getTimeOrderedEpoch())
                .filter(id ->
                        holdout.among(Set.of(id), "browse-abandonment", 0.05).contains(id) == heldOut)
                .map(TestCustomer::new)
                .findFirst()
                .orElseThrow();
    }

    /** A customer. Their events are processed when a method returns, except after {@link #enqueues}. */
    public final class TestCustomer {

        public final String id;

        private TestCustomer(String id) {
            this.id = id;
        }

        public TestCustomer looksAt(String productId) {
            return did(EventType.PRODUCT_VIEWED, clock.instant(), Map.of("productId", productId));
        }

        public TestCustomer looksTwiceAt(String productId) {
            return looksAt(productId).looksAt(productId);
        }

        public TestCustomer buys(String productId) {
            return did(EventType.PURCHASED, clock.instant(), Map.of("items", List.of(Map.of("productId", productId))));
        }

        public TestCustomer unsubscribes() {
            return did(EventType.UNSUBSCRIBED, clock.instant(), Map.of("source", "test"));
        }

        public TestCustomer does(String type) {
            return did(type, clock.instant(), Map.of());
        }

        public TestCustomer did(String type, Instant at, Map<String, Object> properties) {
            intake.record(new Event(UuidCreator.getTimeOrderedEpoch().toString(), id, type, at, properties));
            return process();
        }

        /** As {@link #does}, but leaves the event in the inbox until {@link #process()}. */
        public TestCustomer enqueues(String type) {
            return enqueues(type, Map.of());
        }

        public TestCustomer enqueues(String type, Map<String, Object> properties) {
            intake.record(
                    new Event(UuidCreator.getTimeOrderedEpoch().toString(), id, type, clock.instant(), properties));
            return this;
        }

        public TestCustomer process() {
            workScheduler.runDue();
            return this;
        }

        /** The journeys of their open enrolments. */
        public List<String> openJourneys() {
            return jdbc.sql("select journey from enrolment where customer_id = ? and ended_at is null")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** The end reasons of their enrolments, oldest first. */
        public List<String> endReasons() {
            return jdbc.sql(
                            "select end_reason from enrolment where customer_id = ? and ended_at is not null order by run")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** The steps where their tokens wait in the engine. */
        public List<String> waitsAt() {
            return jdbc.sql("""
                            select e.act_id_ from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
                            where i.business_key_ = ? and e.is_active_ and e.act_id_ is not null""").param(id).query(String.class).list();
        }

        /** Their step log, in order. */
        public List<String> steps() {
            return jdbc.sql("""
                            select s.step from step s join enrolment e on e.id = s.enrolment_id
                            where e.customer_id = ? order by s.seq""").param(id).query(String.class).list();
        }

        /** The steps that created messages for them, oldest first. */
        public List<String> mails() {
            return jdbc.sql("select step from message where customer_id = ? order by created_at")
                    .param(id)
                    .query(String.class)
                    .list();
        }

        /** The only message that a step created for them. */
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

        /** The types of their events among these, in order. */
        public List<String> events(String... types) {
            return jdbc.sql("select type from event where customer_id = ? and type = any (?) order by seq")
                    .params(id, types)
                    .query(String.class)
                    .list();
        }
    }
}
