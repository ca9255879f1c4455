package org.postroad.deliver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroad.deliver.MailRequest;
import org.postroad.deliver.Precedence;
import org.postroad.deliver.ScriptedRelay;
import org.postroad.deliver.smtp.SmtpRelayTest;

/** Far more mail is due than a slow relay takes: two connections, and a fifth of a second for each mail. */
class SlowRelayIT extends DispatcherNodes {

    private static final int BULK = 300;
    private static final long MILLIS_A_MAIL = 200;

    private final ScriptedRelay relay = new ScriptedRelay().answering("CONTENT", SlowRelayIT::slowly);
    private Node node;
    private CompletableFuture<Integer> round = CompletableFuture.completedFuture(0);

    @BeforeEach
    void start() {
        workScheduler.runDue(); // sends what other tests have queued
        Clock passing = Clock.offset(
                Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), clock.instant()));
        node = node(relay.port(), SmtpRelayTest.settings(Map.of()), passing);
    }

    @AfterEach
    void stop() throws Exception {
        node.sender().close();
        round.join();
        relay.close();
        jdbc.sql("delete from message where state in ('PREPARED', 'DEFERRED')").update();
    }

    @Test
    void mailOfAnotherJourneyOvertakesThousandsThatAreDue() {
        List<String> audience = customers(BULK, "slow.example");
        List<String> person = customers(1, "slow.example");
        audience.forEach(each -> mail(each, "newsletter-audience"));
        round = CompletableFuture.supplyAsync(() -> node.dispatcher().runDue());
        await().until(() -> relay.mails.size() >= 20);

        int before = relay.mails.size();
        long asked = System.nanoTime();
        UUID fresh = mail(person.get(0), "welcome");
        await().pollInterval(Duration.ofMillis(10)).until(() -> arrived(relay).contains(fresh));

        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
        int overtaken = BULK - arrived(relay).indexOf(fresh);
        assertThat(arrived(relay).indexOf(fresh) - before)
                .as("mails that left before it, of %d that were due; it left after %d ms", overtaken, millis)
                .isLessThan(10);
    }

    private static String slowly() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_A_MAIL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "250 2.0.0 taken";
    }

    private UUID mail(String to, String journey) {
        return queued(mailing.send(new MailRequest(
                UUID.randomUUID(),
                journey,
                "still-thinking",
                1,
                to,
                "marketing",
                50,
                Precedence.AT_ANY_TIME,
                "browse-abandonment/still-thinking",
                null,
                false,
                List.of("post-shoe"),
                Map.of())));
    }
}
