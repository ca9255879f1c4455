package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.dispatch.DispatcherNodes;
import org.postroad.deliver.outbox.MailRetrySchedule;
import org.postroad.deliver.smtp.SmtpRelayTest;

/** Relays that fail in every way at once: every message reaches a final state, and no connection stays open. */
class UnreliableRelayIT extends DispatcherNodes {

    private static final Duration PAST_GIVING_UP = MailRetrySchedule.GIVE_UP_AFTER.plusHours(5);

    private ManualClock manualClock;

    @BeforeEach
    void startTheClock() {
        workScheduler.runDue(); // sends what other tests have queued
        manualClock = new ManualClock(clock);
    }

    /** 4xx for one in ten, 5xx for one in twenty, refused connections, and connections that break after the content. */
    @Test
    void everyMessageReachesAFinalState() throws IOException {
        List<UUID> ids = queueMails(200, "fickle.example");
        AtomicInteger hungUp = new AtomicInteger();
        try (ScriptedRelay relay = new ScriptedRelay()
                .answering("CONNECT", each(9, "421 too busy", "220 scripted"))
                .answering("RCPT", each(10, "450 4.2.1 later", "250 ok"))
                .answering("DATA", each(20, "554 5.7.1 no", "354 go on"))) {
            AtomicInteger contents = new AtomicInteger();
            relay.answering("CONTENT", () -> contents.incrementAndGet() % 33 == 0 ? lost(hungUp) : "250 2.0.0 taken");
            Node node = node(relay.port(), SmtpRelayTest.settings(), manualClock);

            runUntilGivenUp(node);

            Map<MessageState, Integer> states = states(ids);
            assertThat(states.keySet())
                    .containsExactlyInAnyOrder(MessageState.SENT, MessageState.FAILED, MessageState.ATTEMPTING);
            assertThat(states.get(MessageState.ATTEMPTING)).isEqualTo(hungUp.get());
            assertThat(Set.copyOf(arrived(relay))).isEqualTo(idsIn(ids, MessageState.SENT, MessageState.ATTEMPTING));
            assertNothingIsLeftOpen(node, relay);
        }
    }

    private static Supplier<String> each(int nth, String then, String otherwise) {
        AtomicInteger asked = new AtomicInteger();
        return () -> asked.incrementAndGet() % nth == 0 ? then : otherwise;
    }

    private static String lost(AtomicInteger hungUp) {
        hungUp.incrementAndGet();
        return ScriptedRelay.HANG_UP;
    }

    private Set<UUID> idsIn(List<UUID> ids, MessageState... states) {
        return ids.stream().filter(id -> List.of(states).contains(state(id))).collect(Collectors.toSet());
    }

    private void assertNothingIsLeftOpen(Node node, ScriptedRelay relay) {
        assertThat(node.relay().inUse()).isZero();
        node.workers().stop();
        node.relay().close();
        await("the end of all sessions").until(() -> relay.sessions.get() == 0);
        await("the end of the workers").until(() -> node.workers().areStopped());
    }

    @Test
    void failsMessagesThatNoRelayTakesForThreeDays() throws IOException {
        List<UUID> ids = queueMails(3, "away.example");
        Node node = node(unusedPort(), SmtpRelayTest.settings(), manualClock);
        runUntilGivenUp(node);
        assertThat(ids).allSatisfy(id -> {
            Message message = messages.find(id).orElseThrow();
            assertThat(message.state()).isEqualTo(MessageState.FAILED);
            assertThat(message.reason()).isEqualTo("expired");
            assertThat(message.attempts()).isBetween(15, 30);
        });
    }

    /** A reply that does not come delays its own connection only. */
    @Test
    void aSlowReplyDelaysNoOtherConnection() throws IOException {
        List<UUID> ids = queueMails(40, "tarpit.example");
        AtomicInteger contents = new AtomicInteger();
        try (ScriptedRelay relay = new ScriptedRelay()) {
            relay.answering("CONTENT", () -> {
                if (contents.incrementAndGet() == 1) {
                    await("all others").until(() -> contents.get() == ids.size());
                }
                return "250 2.0.0 taken";
            });
            assertThat(node(relay.port(), SmtpRelayTest.settings(), manualClock)
                            .dispatcher()
                            .runDue())
                    .isEqualTo(40);
            assertThat(states(ids)).isEqualTo(Map.of(MessageState.SENT, 40));
        }
    }

    private void runUntilGivenUp(Node node) {
        for (Duration passed = Duration.ZERO;
                passed.compareTo(PAST_GIVING_UP) < 0;
                passed = passed.plusMinutes(30), manualClock.advance(Duration.ofMinutes(30))) {
            while (node.dispatcher().runDue() > 0) {
                assertThat(node.relay().inUse()).isZero();
            }
        }
    }
}
