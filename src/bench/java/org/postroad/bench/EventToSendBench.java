package org.postroad.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.guarantee.CountingRelay;

/** How long after the answer to an event its mail is with the relay, while other events pour in. */
class EventToSendBench {

    private static final int PROBES = Scale.of(200);
    private static final int BACKGROUND = Scale.of(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void eventToSend() throws Exception {
        try (CountingRelay relay = new CountingRelay();
                RunningPostroad postroad = RunningPostroad.withRelay(relay.port())) {
            ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
            AtomicInteger passersBy = new AtomicInteger();
            others.scheduleAtFixedRate(
                    () -> post(postroad, passersBy.getAndAdd(30)), 0, 30_000_000L / BACKGROUND, TimeUnit.MICROSECONDS);
            AtomicInteger round = new AtomicInteger();
            ResultTable.add(Rounds.of(3)
                    .measure(
                            "event-to-send",
                            "from the 202 to its mail at the relay, %d other events a second, 16 journeys, p95"
                                    .formatted(BACKGROUND),
                            "ms",
                            () -> p95(postroad, relay, "probe-" + round.incrementAndGet())));
            others.shutdownNow();
        }
    }

    private static void post(RunningPostroad postroad, int first) {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = first; i < first + 30; i++) {
            batch.add(Map.of(
                    "customerId",
                    "passer-by-" + i % 10_000,
                    "type",
                    "product_viewed",
                    "properties",
                    Map.of("productId", "product-" + i % 50)));
        }
        send(postroad, batch);
    }

    private static double p95(RunningPostroad postroad, CountingRelay relay, String prefix) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            String customer = prefix + "-" + i;
            send(
                    postroad,
                    List.of(
                            Map.of(
                                    "customerId",
                                    customer,
                                    "type",
                                    "signed_up",
                                    "properties",
                                    Map.of("email", customer + "@example.org")),
                            Map.of(
                                    "customerId",
                                    customer,
                                    "type",
                                    "subscribed",
                                    "properties",
                                    Map.of("topic", "marketing", "source", "import"))));
            send(postroad, List.of(Map.of("customerId", customer, "type", "errand_begun")));
            long answered = System.nanoTime();
            millis.add(TimeUnit.NANOSECONDS.toMillis(relay.await(customer + "@example.org") - answered));
        }
        millis.sort(null);
        return millis.get((int) Math.ceil(PROBES * 0.95) - 1);
    }

    private static void send(RunningPostroad postroad, List<?> events) {
        try {
            var answer = Http.at("http://localhost:" + postroad.port())
                    .withKey(Http.KEY)
                    .post("/api/events", JSON.writeValueAsString(events));
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
