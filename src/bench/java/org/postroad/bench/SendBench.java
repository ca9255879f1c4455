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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.deliver.MailOrder;
import org.postroad.deliver.Mailing;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.time.Agenda;
import org.postroad.time.TimedWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * From the message row to the relay's 250, with all that is written down for it, against Postfix's own load generator;
 * both talk to the same {@code smtp-sink} over as many connections. The letters are composed and frozen beforehand.
 */
@SpringBootTest(
        properties = {
            "postroad.home=target/bench-home/${random.uuid}",
            "postroad.time.background=false",
            "postroad.shop.enabled=false",
            "postroad.deliver.connections=" + SendBench.CONNECTIONS,
            "camunda.bpm.job-execution.enabled=false"
        })
@EnabledIf(value = "org.postroad.bench.SmtpSink#isInstalled", disabledReason = SmtpSink.MISSING)
class SendBench {

    static final int CONNECTIONS = 16;

    private static final int ROUNDS = 5;
    private static final int MAILS = 5_000;
    private static final int LETTER_BYTES = 25_000;
    private static final SmtpSink SINK = SmtpSink.start();

    @Autowired
    Mailing mailing;

    @Autowired
    EventIntake intake;

    @Autowired
    Catalog catalog;

    @Autowired
    Agenda agenda;

    @Autowired
    List<TimedWork> works;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", SINK::port);
    }

    @AfterAll
    static void stop() {
        SINK.close();
    }

    @Test
    void send() throws Exception {
        customersWhoAgreed();
        UUID letter = letter();
        Line line = Rounds.of(ROUNDS)
                .compare(
                        "send",
                        "message row to 250, 25 KB, " + CONNECTIONS + " connections; smtp-source",
                        "1/s",
                        () -> mailsPerSecond(letter),
                        () -> SINK.source(CONNECTIONS, MAILS, LETTER_BYTES));
        Report.add(line);
    }

    private double mailsPerSecond(UUID letter) {
        prepare(letter);
        long start = System.nanoTime();
        int posted = office().runDue();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (posted != MAILS || unsent() > 0) {
            throw new IllegalStateException(posted + " of " + MAILS + " mails left; " + unsent() + " were not sent.");
        }
        return MAILS / seconds;
    }

    private TimedWork office() {
        return works.stream()
                .filter(work -> work.name().equals("post-office"))
                .findFirst()
                .orElseThrow();
    }

    private long unsent() {
        return jdbc.sql("select count(*) from message where state <> 'SENT'")
                .query(Long.class)
                .single();
    }

    /** A row for each customer with that letter, which is filled up to its size by itself, behind the last part. */
    private void prepare(UUID letter) {
        jdbc.sql(
                        """
                        insert into message (id, enrolment_id, journey, step, run, customer_id, topic, content, state,
                                             recipient, subject, html, mime, due_at, created_at)
                        select new.id, new.id, journey, step, run, 'bench-' || n, topic, content, 'PREPARED',
                               'bench-' || n || '@customers.example', subject, html,
                               substring(mime || mime || mime || mime from 1 for :bytes), :now, :now
                        from message
                        cross join unnest(:ids) with ordinality as new (id, n)
                        where message.id = :letter
                        """)
                .param("bytes", LETTER_BYTES)
                .param(
                        "ids",
                        Stream.generate(UuidCreator::getTimeOrderedEpoch)
                                .limit(MAILS)
                                .toArray(UUID[]::new))
                .param("letter", letter)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("vacuum analyze message").update(); // as in a database that has lived for a while
    }

    private void customersWhoAgreed() {
        List<Event> events = IntStream.rangeClosed(1, MAILS)
                .boxed()
                .flatMap(customer -> Stream.of(
                        event(customer, EventType.SIGNED_UP, Map.of("email", "bench-" + customer + "@customers.example")),
                        event(customer, EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "form"))))
                .toList();
        intake.record(events);
        agenda.runDue();
    }

    private Event event(int customer, String type, Map<String, Object> properties) {
        return new Event(UUID.randomUUID().toString(), "bench-" + customer, type, clock.instant(), properties);
    }

    /** Composed, frozen, and posted already. */
    private UUID letter() {
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
        UUID letter = mailing.send(new MailOrder(
                        UUID.randomUUID(),
                        "browse-abandonment",
                        "still-thinking",
                        1,
                        "bench-1",
                        "marketing",
                        "browse-abandonment/still-thinking",
                        null,
                        false,
                        List.of("bench-shoe")))
                .messageId();
        office().runDue();
        return letter;
    }
}
