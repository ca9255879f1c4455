package org.postroad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.CountingDataSource;
import org.postroad.CountingDataSource.Statements;
import org.postroad.CountingDataSource.Statements.Executed;
import org.postroad.PostroadTest;
import org.postroad.bench.ShopMix.Told;
import org.postroad.catalog.Catalog;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.postroad.shop.SimulatedCatalog;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many statements an event and a mail cost, with all stock journeys deployed, a JDBC batch counted as one. Nothing runs
 * in the background here, so that nothing else is counted.
 */
@PostroadTest
@Import(CountingDataSource.Installed.class)
class StatementsBench {

    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final int MAILS = 50;

    @Autowired
    Statements statements;

    @Autowired
    EventIntake intake;

    @Autowired
    EventBacklog backlog;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    Catalog catalog;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger people = new AtomicInteger();
    private List<Executed> last = List.of();

    @AfterEach
    void printLastRound() {
        StatementCounts.print("last round", last);
    }

    @BeforeEach
    void stockTheShop() {
        SimulatedCatalog.putInto(catalog);
    }

    @Test
    void eventThatEnters() throws Exception {
        ResultTable.add(Rounds.of(ROUNDS)
                .measure(
                        "statements-event",
                        "an event alone that enters its customer into one journey, the transaction that acts on it",
                        "",
                        () -> {
                            String customer = customer();
                            tell(List.of(event(customer, "product_viewed", Map.of("productId", "trail-8"))));
                            return alone(event(customer, "product_viewed", Map.of("productId", "trail-7")));
                        }));
        requireEnrolment("browse-abandonment", "ended_at is null");
    }

    @Test
    void eventThatMoves() throws Exception {
        Map<String, Object> full =
                Map.of("items", List.of(Map.of("productId", "trail-8", "quantity", 1, "price", 139.95)));
        ResultTable.add(Rounds.of(ROUNDS)
                .measure(
                        "statements-event-move",
                        "an event alone that moves its customer in one journey, the transaction that acts on it",
                        "",
                        () -> {
                            String customer = customer();
                            tell(List.of(event(customer, "cart_updated", full)));
                            return alone(event(customer, "cart_updated", Map.of("items", List.of())));
                        }));
        requireEnrolment("cart-abandonment", "ended_at is not null");
    }

    @Test
    void eventsInABatch() throws Exception {
        List<JsonNode> mix = new ShopMix(500, 0, "mix-")
                .acquaintance().stream().map(Told::toJson).toList();
        AtomicInteger from = new AtomicInteger();
        ResultTable.add(Rounds.of(ROUNDS)
                .measure(
                        "statements-event-500",
                        "an event of the shop's in a batch of %d, with all that follows from it".formatted(BATCH),
                        "",
                        () -> {
                            int first = from.getAndAdd(BATCH);
                            intake.accept(mix.subList(first, first + BATCH));
                            statements.clear();
                            backlog.drain();
                            last = statements.all();
                            return (double) statements.all().size() / BATCH;
                        }));
    }

    /** The first mail of {@code welcome}, which is due at once. */
    @Test
    void mail() throws Exception {
        ResultTable.add(Rounds.of(ROUNDS)
                .measure(
                        "statements-mail",
                        "a mail, from the step that sends it up to SENT, %d due at once".formatted(MAILS),
                        "",
                        () -> {
                            tell(IntStream.range(0, MAILS)
                                    .mapToObj(i -> event(
                                            customer(), "subscribed", Map.of("topic", "marketing", "source", "form")))
                                    .toList());
                            long sent = sent();
                            statements.clear();
                            workScheduler.runDue();
                            List<Executed> withMails = statements.all();
                            statements.clear();
                            workScheduler.runDue();
                            int without = statements.all().size();
                            last = withMails;
                            if (sent() != sent + MAILS) {
                                throw new IllegalStateException(sent() - sent + " mails were sent.");
                            }
                            return (double) (withMails.size() - without) / MAILS;
                        }));
    }

    /** In no control group, with consent, and known for a while. */
    private String customer() {
        String customer = "statements-" + people.incrementAndGet();
        tell(List.of(
                event(customer, "signed_up", Map.of("email", customer + "@customers.example", "holdout", false)),
                event(customer, "subscribed", Map.of("topic", "marketing", "source", "import"))));
        return customer;
    }

    private double alone(JsonNode event) {
        intake.accept(List.of(event));
        statements.clear();
        backlog.drain();
        List<Executed> transaction = StatementCounts.largestTransaction(statements.all());
        last = transaction;
        return transaction.size();
    }

    private void tell(List<JsonNode> events) {
        intake.accept(events);
        backlog.drain();
    }

    private long sent() {
        return jdbc.sql("select count(*) from message where state = 'SENT'")
                .query(Long.class)
                .single();
    }

    private void requireEnrolment(String journey, String condition) {
        long number = jdbc.sql(
                        "select count(*) from enrolment where not holdout and journey = :journey and " + condition)
                .param("journey", journey)
                .query(Long.class)
                .single();
        if (number < ROUNDS) {
            throw new IllegalStateException("Only " + number + " enrolments of " + journey + " where " + condition);
        }
    }

    private static JsonNode event(String customer, String type, Map<String, Object> properties) {
        return new Told(UUID.randomUUID().toString(), customer, type, new HashMap<>(properties)).toJson();
    }
}
