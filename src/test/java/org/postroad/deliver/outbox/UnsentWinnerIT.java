package org.postroad.deliver.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.MailRequest;
import org.postroad.deliver.Message;
import org.postroad.deliver.MessageState;
import org.postroad.deliver.Precedence;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.dispatch.DispatcherNodes;
import org.postroad.deliver.smtp.SmtpRelayTest;
import org.postroad.event.Event;
import org.postroad.event.EventType;

/** A message gives way only to one that is really sent: if the other does not go, it goes itself. */
class UnsentWinnerIT extends DispatcherNodes {

    private static final Duration GAP = Duration.ofHours(20);
    private static final Precedence SKIPPED = new Precedence(10, true, GAP);
    private static final Precedence DELAYED = new Precedence(10, false, GAP);
    private static final Precedence HIGH = new Precedence(90, false, GAP);

    private final Queue<String> replies = new ConcurrentLinkedQueue<>();
    private ScriptedRelay relay;
    private ManualClock time;
    private Node node;

    @BeforeEach
    void connect() {
        relay = new ScriptedRelay().answering("RCPT", () -> replies.isEmpty() ? "250 ok" : replies.remove());
        time = new ManualClock(clock);
        node = node(relay.port(), SmtpRelayTest.settings(Map.of()), time);
    }

    @AfterEach
    void disconnect() throws Exception {
        relay.close();
    }

    @Test
    void sendsMailThatIsSkippedWhenOutrankedIfTheWinnerIsCancelled() {
        UUID winner = winnerThatTheRelayDefers();
        UUID loser = mail(SKIPPED);
        run();
        assertThat(state(loser)).isEqualTo(MessageState.PREPARED);

        mailing.cancel(List.of(messages.find(winner).orElseThrow().enrolmentId()), "purchased");
        run();
        assertThat(state(winner)).isEqualTo(MessageState.CANCELLED);
        assertThat(state(loser)).isEqualTo(MessageState.SENT);
        assertThat(messages.find(loser).orElseThrow().yieldedTo()).isNull();
    }

    @Test
    void sendsHeldMailAtOnceIfTheWinnerIsCancelled() {
        UUID winner = winnerThatTheRelayDefers();
        UUID loser = mail(DELAYED);
        run();
        assertThat(messages.find(loser).orElseThrow().dueAt())
                .isEqualTo(time.instant().plus(GAP));

        mailing.cancel(List.of(messages.find(winner).orElseThrow().enrolmentId()), "purchased");
        run();
        assertThat(state(loser)).isEqualTo(MessageState.SENT);
    }

    @Test
    void sendsTheLoserIfTheMailboxRefusesTheWinner() {
        replies.add("554 5.6.0 the content is refused");
        UUID winner = mail(HIGH);
        UUID loser = mail(SKIPPED);
        run();
        assertThat(state(winner)).isEqualTo(MessageState.FAILED);
        assertThat(state(loser)).isEqualTo(MessageState.SENT);
    }

    @Test
    void sendsTheLoserIfTheWinnerIsNoLongerPermitted() {
        happens(EventType.SUBSCRIBED);
        workScheduler.runDue();
        UUID winner = mail("newsletter", HIGH);
        UUID loser = mail(SKIPPED);
        happens(EventType.UNSUBSCRIBED);
        workScheduler.runDue();
        assertThat(state(winner)).isEqualTo(MessageState.CANCELLED);
        assertThat(state(loser)).isEqualTo(MessageState.SENT);
    }

    private void happens(String type) {
        Map<String, Object> newsletter = Map.of("topic", "newsletter", "source", "form");
        intake.record(new Event(UUID.randomUUID().toString(), customer, type, clock.instant(), newsletter));
    }

    @Test
    void sendsTheLoserIfTheWinnerIsHeldItself() {
        UUID first = mail(HIGH);
        run();
        time.advance(Duration.ofHours(19));
        UUID winner = mail(HIGH);
        UUID loser = mail(new Precedence(10, true, Duration.ofHours(1)));
        run();
        assertThat(messages.find(winner).orElseThrow().yieldedTo()).isEqualTo(first);
        assertThat(state(loser)).isEqualTo(MessageState.SENT);
    }

    @Test
    void skipsTheLoserOnceTheWinnerIsSent() {
        UUID winner = winnerThatTheRelayDefers();
        UUID loser = mail(SKIPPED);
        run();
        time.advance(Duration.ofMinutes(10));
        run();
        assertThat(state(winner)).isEqualTo(MessageState.SENT);
        Message skipped = messages.find(loser).orElseThrow();
        assertThat(skipped.state()).isEqualTo(MessageState.CANCELLED);
        assertThat(skipped.yieldedTo()).isEqualTo(winner);
        assertThat(log.ofCustomer(customer, Instant.EPOCH, EventType.EMAIL_SKIPPED))
                .singleElement()
                .satisfies(event -> assertThat(event.properties()).containsEntry("reason", "outranked"));
    }

    private UUID winnerThatTheRelayDefers() {
        replies.add("451 4.7.1 later");
        UUID winner = mail(HIGH);
        run();
        assertThat(state(winner)).isEqualTo(MessageState.DEFERRED);
        return winner;
    }

    private void run() {
        while (node.dispatcher().runDue() > 0) {
            // as the scheduler does
        }
    }

    private UUID mail(Precedence precedence) {
        return mail("marketing", precedence);
    }

    private UUID mail(String topic, Precedence precedence) {
        return queued(mailing.send(new MailRequest(
                UUID.randomUUID(),
                "browse-abandonment",
                "still-thinking",
                1,
                customer,
                topic,
                50,
                precedence,
                "browse-abandonment/still-thinking",
                null,
                false,
                List.of("post-shoe"),
                Map.of())));
    }
}
