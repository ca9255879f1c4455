package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.deliver.Mailing.MailingResult;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.local.LocalInbox;
import org.postroad.local.ReceivedMail;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A customer with consent, a product to write about, and the mailing service. */
@PostroadTest
public abstract class MailingFixture {

    @Autowired
    public Mailing mailing;

    @Autowired
    public Messages messages;

    @Autowired
    Catalog catalog;

    @Autowired
    public EventIntake intake;

    @Autowired
    public EventLog log;

    @Autowired
    LocalInbox localInbox;

    @Autowired
    public WorkScheduler workScheduler;

    @Autowired
    public Clock clock;

    @Autowired
    public Environment environment;

    public final String customer = "post-" + UUID.randomUUID();
    final String address = customer + "@customers.example";
    public final UUID enrolment = UUID.randomUUID();

    @BeforeEach
    void createCustomerAndProduct() {
        happenedLongAgo(EventType.SIGNED_UP, Map.of("email", address, "firstName", "Sarah"));
        happenedLongAgo(EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "form"));
        catalog.putProducts(List.of(new Product(
                "post-shoe",
                "Aira 3 Cushion",
                "Velden",
                "running-shoes",
                new BigDecimal("139.95"),
                "USD",
                null,
                "https://shop.example/post-shoe",
                null,
                List.of(),
                null,
                null,
                Map.of())));
    }

    public MailingResult send() {
        return send("still-thinking", false);
    }

    MailingResult send(String step, boolean holdout) {
        return mailing.send(request(customer, enrolment, step, holdout));
    }

    public static MailRequest request(String customer, UUID enrolment, String step, boolean holdout) {
        return request(customer, enrolment, step, "marketing", holdout);
    }

    static MailRequest request(String customer, UUID enrolment, String step, String topic, boolean holdout) {
        return new MailRequest(
                enrolment,
                "browse-abandonment",
                step,
                1,
                customer,
                topic,
                50,
                Precedence.AT_ANY_TIME,
                "browse-abandonment/" + step,
                null,
                holdout,
                List.of("post-shoe"),
                Map.of());
    }

    public static UUID queued(MailingResult mailingResult) {
        assertThat(mailingResult).isInstanceOf(MailingResult.Queued.class);
        return mailingResult.messageId();
    }

    public MessageState state(UUID id) {
        return messages.find(id).orElseThrow().state();
    }

    void happens(String type, Map<String, Object> properties) {
        happens(type, clock.instant(), properties);
    }

    /** Too long ago to start a journey. */
    private void happenedLongAgo(String type, Map<String, Object> properties) {
        happens(type, clock.instant().minus(Duration.ofDays(2)), properties);
    }

    private void happens(String type, Instant at, Map<String, Object> properties) {
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, at, properties));
        workScheduler.runDue();
    }

    public List<String> events() {
        return log.ofCustomer(customer, Instant.EPOCH).stream().map(Event::type).toList();
    }

    public List<ReceivedMail> mails() {
        return localInbox.latestTo(address, 10);
    }

    public ReceivedMail onlyMail() {
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    public static String header(ReceivedMail mail, String name) {
        return String.valueOf(mail.headers().get(name)).replaceAll("\\s+", " ").replaceAll("^\\[|\\]$", "");
    }
}
