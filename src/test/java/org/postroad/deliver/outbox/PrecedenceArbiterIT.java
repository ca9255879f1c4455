package org.postroad.deliver.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.deliver.MailRequest;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.Precedence;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.dispatch.DispatcherNodes;
import org.postroad.deliver.smtp.SmtpRelayTest;
import org.postroad.event.Event;
import org.postroad.event.EventType;
import org.postroad.sql.SqlValues;

/** Several messages to one customer, at once or shortly after one another. */
class PrecedenceArbiterIT extends DispatcherNodes {

    private static final Duration GAP = Duration.ofHours(20);
    private static final Precedence LOW = new Precedence(10, false, GAP);
    private static final Precedence HIGH = new Precedence(90, false, GAP);

    @Test
    void sendsTheHighestRankFirstAndTheOtherAfterTheGap() throws Exception {
        UUID low = mail(LOW);
        UUID high = mail(HIGH);
        Instant then = clock.instant();
        workScheduler.runDue();

        assertThat(state(high)).isEqualTo(MessageState.SENT);
        Message held = messages.find(low).orElseThrow();
        assertThat(held.state()).isEqualTo(MessageState.PREPARED);
        assertThat(held.reason()).isEqualTo("outranked");
        assertThat(held.yieldedTo()).isEqualTo(high);
        assertThat(held.dueAt()).isEqualTo(then.plus(GAP));
        assertThat(eventOf(low, EventType.EMAIL_DEFERRED))
                .containsEntry("reason", "outranked")
                .containsEntry("yieldedTo", high.toString())
                .containsEntry("until", then.plus(GAP).toString());
        assertThat(Http.withKey(environment).get("/api/messages/" + low).body())
                .contains("\"reason\":\"outranked\"", "\"yieldedTo\":\"" + high, "\"rank\":10");

        workScheduler.advance(GAP);
        assertThat(state(low)).isEqualTo(MessageState.SENT);
        assertThat(messages.find(low).orElseThrow().reason()).isNull();
    }

    @Test
    void skipsOutrankedMailThatMayNotWait() {
        UUID low = mail(new Precedence(10, true, GAP));
        UUID high = mail(HIGH);
        workScheduler.runDue();

        assertThat(state(high)).isEqualTo(MessageState.SENT);
        assertThat(state(low)).isEqualTo(MessageState.CANCELLED);
        assertThat(eventOf(low, EventType.EMAIL_SKIPPED))
                .containsEntry("reason", "outranked")
                .containsEntry("yieldedTo", high.toString());
    }

    @Test
    void isOutrankedByAMailThatAnotherNodeSentWhenItWasDue() {
        UUID low = mail(new Precedence(10, true, GAP));
        UUID high = mail(HIGH);
        jdbc.sql("update message set state = 'SENT', sent_at = ? where id = ?")
                .params(SqlValues.timestamp(clock.instant()), high)
                .update();
        workScheduler.runDue();

        assertThat(state(low)).isEqualTo(MessageState.CANCELLED);
        assertThat(eventOf(low, EventType.EMAIL_SKIPPED)).containsEntry("reason", "outranked");
    }

    @Test
    void holdsMailWithinTheGapWhateverItsRank() {
        UUID first = mail(LOW);
        workScheduler.advance(Duration.ofHours(5));
        UUID second = mail(HIGH);
        workScheduler.runDue();

        Message held = messages.find(second).orElseThrow();
        assertThat(held.reason()).isEqualTo("gap");
        assertThat(held.yieldedTo()).isEqualTo(first);
        assertThat(held.dueAt()).isEqualTo(clock.instant().plus(Duration.ofHours(15)));
        workScheduler.advance(Duration.ofHours(15));
        assertThat(state(second)).isEqualTo(MessageState.SENT);
    }

    @Test
    void neitherHoldsNorCountsServiceMail() {
        UUID first = mail(LOW);
        UUID asked = mail("service", new Precedence(0, true, GAP));
        workScheduler.runDue();
        assertThat(List.of(state(first), state(asked))).containsOnly(MessageState.SENT);

        workScheduler.advance(GAP);
        mail("service", LOW);
        workScheduler.runDue();
        UUID next = mail(LOW);
        workScheduler.runDue();
        assertThat(state(next)).isEqualTo(MessageState.SENT);
    }

    @Test
    void sendsTheOlderOfEqualRankFirst() {
        UUID older = mail(LOW);
        UUID younger = mail(LOW);
        workScheduler.runDue();
        assertThat(state(older)).isEqualTo(MessageState.SENT);
        assertThat(messages.find(younger).orElseThrow().yieldedTo()).isEqualTo(older);
    }

    @Test
    void decidesBetweenEqualsByNameWhicheverThreadWasFaster() {
        UUID second = mail("win-back", customer, "marketing", LOW);
        UUID first = mail("post-purchase", customer, "marketing", LOW);
        workScheduler.runDue();
        assertThat(state(first)).isEqualTo(MessageState.SENT);
        assertThat(messages.find(second).orElseThrow().yieldedTo()).isEqualTo(first);
    }

    @Test
    void sendsMailThatWasHeldThreeTimesFirst() {
        UUID low = mail(LOW);
        mail(HIGH);
        workScheduler.runDue();
        for (int held = 1; held < 3; held++) {
            UUID next = mail(HIGH);
            workScheduler.advance(GAP);
            assertThat(state(next)).isEqualTo(MessageState.SENT);
            assertThat(state(low)).isEqualTo(MessageState.PREPARED);
        }
        UUID last = mail(HIGH);
        workScheduler.advance(GAP);
        assertThat(state(low)).isEqualTo(MessageState.SENT);
        assertThat(state(last)).isEqualTo(MessageState.PREPARED);
    }

    @Test
    void twoNodesSendOneMailToEachCustomer() throws Exception {
        ScriptedRelay relay = new ScriptedRelay();
        List<String> customers = customers(60, "contested.example");
        List<UUID> ids = customers.stream()
                .flatMap(each -> Stream.of(LOW, HIGH, LOW).map(rank -> mail(each, "marketing", rank)))
                .toList();
        ManualClock manualClock = new ManualClock(clock);
        Stream.of(1, 2)
                .map(node -> node(relay.port(), SmtpRelayTest.settings(Map.of()), manualClock))
                .map(node ->
                        CompletableFuture.supplyAsync(() -> node.dispatcher().runDue()))
                .toList()
                .forEach(CompletableFuture::join);
        node(relay.port(), SmtpRelayTest.settings(Map.of()), manualClock)
                .dispatcher()
                .runDue();

        Map<String, Long> posted = arrived(relay).stream()
                .map(id -> messages.find(id).orElseThrow().customerId())
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertThat(posted)
                .hasSize(60)
                .allSatisfy((each, mails) -> assertThat(mails).isOne());
        assertThat(states(ids)).isEqualTo(Map.of(MessageState.SENT, 60, MessageState.PREPARED, 120));
        relay.close();
    }

    private UUID mail(Precedence precedence) {
        return mail("marketing", precedence);
    }

    private UUID mail(String topic, Precedence precedence) {
        return mail(customer, topic, precedence);
    }

    private UUID mail(String to, String topic, Precedence precedence) {
        return mail("browse-abandonment", to, topic, precedence);
    }

    private UUID mail(String journey, String to, String topic, Precedence precedence) {
        return queued(mailing.send(new MailRequest(
                UUID.randomUUID(),
                journey,
                "still-thinking",
                1,
                to,
                topic,
                50,
                precedence,
                "browse-abandonment/still-thinking",
                null,
                false,
                List.of("post-shoe"),
                Map.of())));
    }

    private Map<String, Object> eventOf(UUID message, String type) {
        return log.ofCustomer(customer, Instant.EPOCH, type).stream()
                .filter(event -> event.text("messageId").orElse("").equals(message.toString()))
                .map(Event::properties)
                .findFirst()
                .orElseThrow();
    }
}
