package org.postroad.bench;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.test.context.SpringBootTest;
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
class SendBench extends MailBench {

    static final int CONNECTIONS = 16;

    private static final int ROUNDS = 5;
    private static final int MAILS = Scale.of(5_000);
    private static final SmtpSink SINK = SmtpSink.start();

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
        customersWithConsent(MAILS);
        UUID letter = letter();
        BenchResult benchResult = Rounds.of(ROUNDS)
                .compare(
                        "send",
                        "message row to 250, 25 KB, " + CONNECTIONS + " connections; smtp-source",
                        "1/s",
                        () -> mailsPerSecond(letter),
                        () -> SINK.source(CONNECTIONS, MAILS, LETTER_BYTES));
        ResultTable.add(benchResult);
    }

    private double mailsPerSecond(UUID letter) {
        prepare(letter, MAILS);
        long start = System.nanoTime();
        int posted = dispatch().runDue();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (posted != MAILS || unsent() > 0) {
            throw new IllegalStateException(posted + " of " + MAILS + " mails left; " + unsent() + " were not sent.");
        }
        return MAILS / seconds;
    }

    private long unsent() {
        return jdbc.sql("select count(*) from message where state <> 'SENT'")
                .query(Long.class)
                .single();
    }
}
