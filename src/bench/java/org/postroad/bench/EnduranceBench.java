package org.postroad.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A hundred thousand mails to a relay that answers one RCPT in ten with 4xx and one mail in twenty with 5xx. Tells, slice
 * by slice, how large the heap is after a collection and how many threads there are; neither may grow.
 */
@SpringBootTest(
        properties = {
            "postroad.home=target/bench-home/${random.uuid}",
            "postroad.time.background=false",
            "postroad.shop.enabled=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class EnduranceBench extends MailBench {

    private static final int SLICES = 10;
    private static final int MAILS = 10_000;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long MOST_GROWTH = 20;
    private static final SMTPServer RELAY = moodyRelay();

    @DynamicPropertySource
    static void relay(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", RELAY::getPortAllocated);
    }

    @AfterAll
    static void stop() {
        RELAY.stop();
    }

    @Test
    void staysAsLargeAsItWas() {
        customersWithConsent(MAILS);
        UUID letter = letter();
        List<Long> heaps = new ArrayList<>();
        List<Integer> threads = new ArrayList<>();
        for (int slice = 1; slice <= SLICES; slice++) {
            prepare(letter, MAILS);
            postAll();
            heaps.add(heapAfterCollection());
            threads.add(ManagementFactory.getThreadMXBean().getThreadCount());
            System.out.printf("  endurance slice %d: %s, heap %d MiB, %d threads%n", slice, states(), heaps.get(slice - 1), threads.get(slice - 1));
        }
        assertThat(states()).doesNotContain("PREPARED", "DEFERRED", "ATTEMPTING");
        assertThat(heaps.get(SLICES - 1) - heaps.get(1)).as("MiB of growth").isLessThan(MOST_GROWTH);
        assertThat(threads.get(SLICES - 1)).isLessThanOrEqualTo(threads.get(1) + 2);
    }

    /** What was deferred does not wait for its time here. */
    private void postAll() {
        for (int due = MAILS; due > 0; due = makeDue()) {
            dispatch().runDue();
        }
    }

    private int makeDue() {
        return jdbc.sql("update message set due_at = created_at where state = 'DEFERRED'").update();
    }

    private String states() {
        return String.join(
                ", ",
                jdbc.sql("select state || ' ' || count(*) from message group by state order by state")
                        .query(String.class)
                        .list());
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
    }

    private static SMTPServer moodyRelay() {
        SMTPServer relay = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Moody::new)
                .build();
        relay.start();
        return relay;
    }

    private static final class Moody implements MessageHandler {

        private static final AtomicInteger RECIPIENTS = new AtomicInteger();
        private static final AtomicInteger CONTENTS = new AtomicInteger();

        Moody(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (RECIPIENTS.incrementAndGet() % 10 == 0) {
                throw new RejectException(450, "4.2.1 later");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            data.transferTo(OutputStream.nullOutputStream());
            if (CONTENTS.incrementAndGet() % 20 == 0) {
                throw new RejectException(554, "5.7.1 no");
            }
            return "taken";
        }

        @Override
        public void done() {}
    }
}
