package org.postroad.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.deliver.MailRequest;
import org.postroad.deliver.Mailing;
import org.postroad.deliver.Precedence;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.time.WorkScheduler;
import org.postroad.time.ScheduledWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A post office, customers who agreed to mail, and as many rows of one letter as a bench wants to post. */
abstract class MailBench {

    static final int LETTER_BYTES = 25_000;

    @Autowired
    Mailing mailing;

    @Autowired
    EventIntake intake;

    @Autowired
    Catalog catalog;

    @Autowired
    WorkScheduler workScheduler;

    @Autowired
    List<ScheduledWork> works;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    ScheduledWork dispatch() {
        return works.stream()
                .filter(work -> work.name().equals("post-office"))
                .findFirst()
                .orElseThrow();
    }

    /** So many rows, each to another customer, who is looked up and free, with that letter, which is filled up to its size by itself, behind the last part. */
    void prepare(UUID letter, int mails) {
        jdbc.sql(
                        """
                        insert into message (id, enrolment_id, journey, step, run, customer_id, topic, content, state,
                                             recipient, subject, html, mime, gap_seconds, due_at, created_at)
                        select new.id, new.id, journey, step, run, 'bench-' || n, topic, content, 'PREPARED',
                               'bench-' || n || '@customers.example', subject, html,
                               substring(mime || mime || mime || mime from 1 for :bytes), 1, :now, :now
                        from message
                        cross join unnest(:ids) with ordinality as new (id, n)
                        where message.id = :letter
                        """)
                .param("bytes", LETTER_BYTES)
                .param(
                        "ids",
                        Stream.generate(UuidCreator::getTimeOrderedEpoch)
                                .limit(mails)
                                .toArray(UUID[]::new))
                .param("letter", letter)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("vacuum analyze message").update(); // as in a database that has lived for a while
    }

    void customersWithConsent(int customers) {
        List<Event> events = IntStream.rangeClosed(1, customers)
                .boxed()
                .flatMap(customer -> Stream.of(
                        event(customer, EventType.SIGNED_UP, Map.of("email", "bench-" + customer + "@customers.example")),
                        event(customer, EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "import"))))
                .toList();
        intake.record(events);
        workScheduler.runDue();
    }

    private Event event(int customer, String type, Map<String, Object> properties) {
        return new Event(UUID.randomUUID().toString(), "bench-" + customer, type, clock.instant(), properties);
    }

    /** Composed, frozen, and posted already. */
    UUID letter() {
        catalog.putProducts(List.of(new Product(
                "bench-shoe",
                "Aira 3 Cushion",
                "Velden",
                "running-shoes",
                new BigDecimal("139.95"),
                "USD",
                null,
                "https://shop.example/bench-shoe",
                null,
                List.of(),
                null,
                null,
                Map.of())));
        UUID letter = mailing.send(new MailRequest(
                        UUID.randomUUID(),
                        "browse-abandonment",
                        "still-thinking",
                        1,
                        "bench-1",
                        "marketing",
                        50,
                        Precedence.AT_ANY_TIME,
                        "browse-abandonment/still-thinking",
                        null,
                        false,
                        List.of("bench-shoe"),
                        Map.of()))
                .messageId();
        dispatch().runDue();
        return letter;
    }
}
