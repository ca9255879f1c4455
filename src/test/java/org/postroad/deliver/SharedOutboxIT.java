package org.postroad.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.dispatch.DispatcherNodes;
import org.postroad.deliver.outbox.ClaimedMessage;
import org.postroad.deliver.outbox.Outbox;
import org.postroad.deliver.outbox.QueueGauges;
import org.postroad.deliver.smtp.SmtpRelayTest;

/** Nodes that share the outbox and the rate limits, die and stop. */
class SharedOutboxIT extends DispatcherNodes {

    private final ScriptedRelay relay = new ScriptedRelay();
    private ManualClock manualClock;

    @BeforeEach
    void startTheClock() {
        workScheduler.runDue(); // sends what other tests have queued
        manualClock = new ManualClock(clock);
    }

    @AfterEach
    void closeTheRelay() throws Exception {
        relay.close();
    }

    @Test
    void twoNodesSendEachMailOnce() {
        List<UUID> ids = queueMails(120, "shared.example");
        Stream.of(node(Map.of()), node(Map.of()))
                .map(node ->
                        CompletableFuture.supplyAsync(() -> node.dispatcher().runDue()))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(arrived(relay)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(states(ids)).isEqualTo(Map.of(MessageState.SENT, 120));
    }

    @Test
    void twoNodesShareOneLimitAndDelayNoOtherDomain() {
        String limited = "limited-" + UUID.randomUUID() + ".example";
        Map<String, Double> limits = Map.of(limited, 5.0);
        List<Node> nodes = List.of(node(limits), node(limits));
        List<String> customers = customers(70, limited);
        List<String> others = customers(10, "free.example");
        List<UUID> slow = mailTo(customers);
        List<UUID> free = mailTo(others);

        for (int step = 0; step < 200; step++) {
            nodes.get(step % 2).dispatcher().runDue();
            if (step == 0) {
                assertThat(states(free)).isEqualTo(Map.of(MessageState.SENT, 10));
            }
            manualClock.advance(Duration.ofMillis(60));
        }
        assertThat(busiestTenSeconds(slow)).isBetween(45, 50);
        assertThat(states(slow).get(MessageState.SENT)).isBetween(54, 58);

        assertThat(nodes.get(0).dispatcher().nextDue().orElseThrow())
                .isBetween(
                        manualClock.instant().minusMillis(60),
                        manualClock.instant().plusMillis(250));
        for (int step = 0; step < 80; step++) {
            nodes.get(0).dispatcher().runDue();
            manualClock.advance(Duration.ofMillis(60));
        }
        assertThat(states(slow)).isEqualTo(Map.of(MessageState.SENT, 70));
        arrived(relay);
    }

    private int busiestTenSeconds(List<UUID> ids) {
        List<Instant> sent = ids.stream()
                .map(id -> messages.find(id).orElseThrow().sentAt())
                .filter(each -> each != null)
                .sorted()
                .toList();
        return sent.stream()
                .mapToInt(first -> (int) sent.stream()
                        .filter(each -> !each.isBefore(first) && each.isBefore(first.plusSeconds(10)))
                        .count())
                .max()
                .orElse(0);
    }

    @Test
    void claimsOfADeadNodeExpireAndItsLateAttemptsAreRefused() {
        List<UUID> ids = queueMails(6, "dead.example");
        Node dead = node(Map.of());
        List<ClaimedMessage> claimed = dead.claims().take(100);
        assertThat(claimed).hasSize(6);
        Node alive = node(Map.of());
        assertThat(alive.dispatcher().runDue()).isZero();

        manualClock.advance(Duration.ofSeconds(61));
        assertThat(alive.dispatcher().runDue()).isEqualTo(6);
        assertThat(states(ids)).isEqualTo(Map.of(MessageState.SENT, 6));

        assertThat(dead.recorder()
                        .recordAndBegin(
                                Optional.empty(), Optional.of(claimed.get(0).message())))
                .as("the node was only slow, and comes too late")
                .isEmpty();
        assertThat(arrived(relay)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void cancelsClaimedMail() {
        UUID id = queued(send());
        Node node = node(Map.of());
        Message message = node.claims().take(1).get(0).message();
        assertThat(mailing.cancel(List.of(enrolment), "goal_reached")).isOne();
        assertThat(node.recorder().recordAndBegin(Optional.empty(), Optional.of(message)))
                .isEmpty();
        assertThat(state(id)).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void aStoppingNodeFinishesItsAttemptsAndReleasesItsClaims() {
        CountDownLatch atTheRelay = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        relay.answering("CONTENT", () -> {
            atTheRelay.countDown();
            await().until(() -> answer.getCount() == 0);
            return "250 taken at last";
        });
        List<UUID> ids = queueMails(20, "stop.example");
        Node node = node(Map.of());
        CompletableFuture<Integer> round =
                CompletableFuture.supplyAsync(() -> node.dispatcher().runDue());
        await().until(() -> atTheRelay.getCount() == 0);
        assertThat(states(ids)).as("as many as connections").containsEntry(MessageState.ATTEMPTING, 2);

        node.sender().close();
        answer.countDown();
        assertThat(round.join()).isEqualTo(2);
        assertThat(states(ids)).isEqualTo(Map.of(MessageState.SENT, 2, MessageState.PREPARED, 18));

        assertThat(node(Map.of()).dispatcher().runDue())
                .as("at once, for another node")
                .isEqualTo(18);
        assertThat(arrived(relay)).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void countsTheQueueOfEachDomain() {
        String crowded = "crowded-" + UUID.randomUUID() + ".example";
        queueMails(12, crowded);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new QueueGauges(new Outbox(jdbc), node(Map.of()).relay(), meters).count();
        assertThat(meters.get("postroad.mail.queue")
                        .tag("domain", crowded)
                        .gauge()
                        .value())
                .isEqualTo(12);
        assertThat(meters.get("postroad.mail.connections").gauge().value()).isZero();
        assertThat(meters.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getDescription()).isNotBlank());
    }

    private Node node(Map<String, Double> limits) {
        return node(relay.port(), SmtpRelayTest.settings(limits), manualClock);
    }
}
