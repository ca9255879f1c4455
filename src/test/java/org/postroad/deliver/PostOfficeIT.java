package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Product;
import org.postroad.compose.LetterRefused;
import org.postroad.customer.Permissions;
import org.postroad.deliver.Mailing.Outcome;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventLog;
import org.postroad.event.EventType;
import org.postroad.local.Inbox;
import org.postroad.local.ReceivedMail;
import org.postroad.time.Agenda;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the order of a mail to the inbox, and all the ways in which it does not get there. */
@PostroadTest
class PostOfficeIT {

    @Autowired
    Mailing mailing;

    @Autowired
    Messages messages;

    @Autowired
    Outbox outbox;

    @Autowired
    Permissions permissions;

    @Autowired
    MessageEvents messageEvents;

    @Autowired
    Ledger ledger;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Catalog catalog;

    @Autowired
    EventIntake intake;

    @Autowired
    EventLog log;

    @Autowired
    Inbox inbox;

    @Autowired
    Agenda agenda;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private final String customer = "post-" + UUID.randomUUID();
    private final String address = customer + "@customers.example";
    private final UUID enrolment = UUID.randomUUID();

    @BeforeEach
    void aCustomerWhoAgreedAndShoesToWriteAbout() {
        happens(EventType.SIGNED_UP, Map.of("email", address, "firstName", "Sarah"));
        happens(EventType.SUBSCRIBED, Map.of("topic", "marketing", "source", "form"));
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

    @Test
    void postsTheLetterWithItsHeadersAndParts() {
        UUID id = queued(send());
        assertThat(mails()).isEmpty();

        agenda.runDue();

        ReceivedMail mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Still thinking about those Velden runners, Sarah?");
        assertThat(header(mail, "Message-ID")).isEqualTo("<" + id + "@shop.example>");
        assertThat(header(mail, "From")).isEqualTo("Trailhead Outfitters <hello@shop.example>");
        assertThat(header(mail, "To")).isEqualTo(address);
        assertThat(header(mail, "List-Unsubscribe")).matches("<http://localhost:\\d+/u/[\\w-]{48}>, <mailto:.+>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(Jsoup.parse(mail.html()).select("a[href]").eachAttr("href"))
                .hasSizeGreaterThan(4)
                .allSatisfy(link -> assertThat(mail.text()).contains(link));
        assertThat(state(id)).isEqualTo(MessageState.SENT);
        assertThat(events()).containsSubsequence("email_queued", "email_sent");
    }

    @Test
    void isPostedOnceHoweverOftenItIsOrdered() {
        UUID id = queued(send());
        assertThat(send()).isEqualTo(new Outcome.Queued(id));
        agenda.runDue();
        assertThat(send()).isEqualTo(new Outcome.Queued(id));
        agenda.advance(Duration.ofMinutes(10));
        assertThat(mails()).hasSize(1);
        assertThat(events()).containsOnlyOnce("email_queued", "email_sent");
    }

    @Test
    void leadsItsLinksBack() {
        send();
        agenda.runDue();
        Http nobody = Http.asNobody(environment);
        String html = onlyMail().html();

        String shoes = Jsoup.parse(html).select("a:contains(Take another look)").attr("href");
        assertThat(nobody.get(shoes).headers().firstValue("Location")).hasValue("https://shop.example/post-shoe");
        String view = Jsoup.parse(html).select("a:contains(View in browser)").attr("href");
        assertThat(nobody.get(view).body()).isEqualToNormalizingWhitespace(html);
        assertThat(nobody.get(view).headers().firstValue("Content-Security-Policy"))
                .isPresent();
        agenda.runDue();
        assertThat(events()).contains("email_clicked");
    }

    @Test
    void postsNothingMoreAfterAnUnsubscribeAtOneClick() {
        send();
        agenda.runDue();
        String header = header(onlyMail(), "List-Unsubscribe");
        String oneClick = header.substring(1, header.indexOf('>'));
        Http.asNobody(environment).post(oneClick, "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
        agenda.runDue();

        assertThat(send("reminder", false))
                .isInstanceOfSatisfying(
                        Outcome.Skipped.class,
                        skipped -> assertThat(skipped.reason()).isEqualTo("unsubscribed"));
        agenda.runDue();
        assertThat(mails()).hasSize(1);
    }

    @Test
    void cancelsWhatHasNotLeft() {
        UUID id = queued(send());
        assertThat(mailing.cancel(enrolment, "goal_reached")).isOne();
        agenda.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id)).hasValueSatisfying(message -> {
            assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
            assertThat(message.reason()).isEqualTo("goal_reached");
        });
        assertThat(events()).contains("email_skipped").doesNotContain("email_sent");
        assertThat(mailing.cancel(enrolment, "again")).isZero();
    }

    @Test
    void cancelsNothingThatIsGone() {
        UUID id = queued(send());
        agenda.runDue();
        assertThat(mailing.cancelAllFor(customer, "unsubscribed")).isZero();
        assertThat(state(id)).isEqualTo(MessageState.SENT);
    }

    @Test
    void doesNotPostWhatIsNoLongerPermitted() {
        UUID id = queued(send());
        jdbc.sql("update consent set granted = false where customer_id = ?")
                .param(customer)
                .update();
        agenda.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id)).hasValueSatisfying(message -> {
            assertThat(message.state()).isEqualTo(MessageState.CANCELLED);
            assertThat(message.reason()).isEqualTo("unsubscribed");
        });
    }

    @Test
    void doesNotPostToAnAddressThatWasGivenUp() {
        UUID id = queued(send());
        jdbc.sql("update customer set email = 'new-' || email where id = ?")
                .param(customer)
                .update();
        agenda.runDue();
        assertThat(mails()).isEmpty();
        assertThat(messages.find(id).orElseThrow().reason()).isEqualTo("address_changed");
    }

    @Test
    void skipsWithTheReason() {
        String stranger = "stranger-" + customer;
        assertThat(reason(mailing.send(order(stranger, UUID.randomUUID(), "still-thinking", false))))
                .isEqualTo("unknown_customer");
        assertThat(reason(send("still-thinking", true))).isEqualTo("holdout");
        assertThat(reason(send("still-thinking", false))).as("as it was then").isEqualTo("holdout");
        agenda.runDue();
        assertThat(mails()).isEmpty();
        assertThat(events()).contains("email_skipped").doesNotContain("email_queued");
    }

    @Test
    void leavesNothingBehindWhenTheLetterIsRefused() {
        assertThatExceptionOfType(LetterRefused.class)
                .isThrownBy(() -> send("no-such-content", false))
                .withMessageContaining("there is no such content");
        assertThat(messages.of(order(customer, enrolment, "no-such-content", false)))
                .isEmpty();
        assertThat(events()).doesNotContain("email_queued", "email_skipped");
    }

    @Test
    void belongsToTheTransactionOfTheOrder() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            send();
            status.setRollbackOnly();
        });
        agenda.runDue();
        assertThat(mails()).isEmpty();
        assertThat(events()).doesNotContain("email_queued");
    }

    @Test
    void waitsWhileTheRelayIsAwayAndPostsTheSameMailLater() throws IOException {
        UUID id = queued(send());
        officeAt(unusedPort()).runDue();

        JsonNode report = report(id);
        assertThat(report.path("state").asText()).isEqualTo("DEFERRED");
        assertThat(report.path("attempts").asInt()).isOne();
        assertThat(report.path("smtpReply").asText()).isNotBlank();
        assertThat(Instant.parse(report.path("dueAt").asText()))
                .isBetween(clock.instant().plusSeconds(240), clock.instant().plusSeconds(360));
        assertThat(mails()).isEmpty();

        agenda.advance(Duration.ofMinutes(7));
        assertThat(header(onlyMail(), "Message-ID")).contains(id.toString());
        assertThat(report(id).path("state").asText()).isEqualTo("SENT");
        assertThat(report(id).path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void failsWhatIsRefusedForGood() throws IOException {
        UUID id = queued(send());
        try (ScriptedRelay relay = new ScriptedRelay().answering("RCPT", "550 5.1.1 no such user")) {
            officeAt(relay.port()).runDue();
        }
        agenda.runDue();
        assertThat(report(id).path("state").asText()).isEqualTo("FAILED");
        assertThat(report(id).path("smtpReply").asText()).contains("550 5.1.1");
        assertThat(events()).contains("email_failed").doesNotContain("email_sent");
    }

    @Test
    void neverSendsAgainWhatMayHaveGoneOut() throws IOException {
        UUID id = queued(send());
        try (ScriptedRelay relay = new ScriptedRelay().answering("CONTENT", ScriptedRelay.HANG_UP)) {
            officeAt(relay.port()).runDue();
            assertThat(relay.mails).hasSize(1);
        }
        agenda.advance(Duration.ofHours(1));
        assertThat(mails()).isEmpty();
        assertThat(report(id).path("state").asText()).isEqualTo("ATTEMPTING");
        assertThat(json.readTree(Http.withKey(environment)
                                .get("/api/messages?state=ATTEMPTING")
                                .body())
                        .findValuesAsText("id"))
                .contains(id.toString());
        assertThat(mailing.cancel(enrolment, "too_late")).isZero();
    }

    @Test
    void answersAnUnknownMessageAndAnOddStateWithAProblem() {
        Http application = Http.withKey(environment);
        assertThat(application.get("/api/messages/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(application.get("/api/messages/no-uuid").statusCode()).isEqualTo(400);
        assertThat(application.get("/api/messages?state=LOST").statusCode()).isEqualTo(400);
        assertThat(Http.asNobody(environment)
                        .get("/api/messages/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(401);
    }

    private PostOffice officeAt(int port) {
        DeliverSettings settings = RelayTest.settings();
        Postmen postmen = new Postmen(RelayTest.relayAt(port), ledger, settings);
        return new PostOffice(outbox, permissions, postmen, messageEvents, transactions, settings, clock);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Outcome send() {
        return send("still-thinking", false);
    }

    private Outcome send(String step, boolean holdout) {
        return mailing.send(order(customer, enrolment, step, holdout));
    }

    private static MailOrder order(String customer, UUID enrolment, String step, boolean holdout) {
        return new MailOrder(
                enrolment,
                "browse-abandonment",
                step,
                1,
                customer,
                "marketing",
                "browse-abandonment/" + step,
                null,
                holdout,
                List.of("post-shoe"));
    }

    private static UUID queued(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Queued.class);
        return outcome.messageId();
    }

    private static String reason(Outcome outcome) {
        return ((Outcome.Skipped) outcome).reason();
    }

    private MessageState state(UUID id) {
        return messages.find(id).orElseThrow().state();
    }

    private JsonNode report(UUID id) throws IOException {
        return json.readTree(
                Http.withKey(environment).get("/api/messages/" + id).body());
    }

    private void happens(String type, Map<String, Object> properties) {
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, clock.instant(), properties));
        agenda.runDue();
    }

    private List<String> events() {
        return log.of(customer, Instant.EPOCH).stream().map(Event::type).toList();
    }

    private List<ReceivedMail> mails() {
        return inbox.latestTo(address, 10);
    }

    private ReceivedMail onlyMail() {
        assertThat(mails()).hasSize(1);
        return mails().get(0);
    }

    private static String header(ReceivedMail mail, String name) {
        return String.valueOf(mail.headers().get(name)).replaceAll("\\s+", " ").replaceAll("^\\[|\\]$", "");
    }
}
