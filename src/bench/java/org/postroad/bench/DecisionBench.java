package org.postroad.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.decide.DecisionRequest;
import org.postroad.decide.NextBestAction;
import org.postroad.recommend.Recommender;

/** All that is decided for one customer of the simulated shop: which of ten offers, recorded with its evidence, and ten products. */
class DecisionBench {

    private static final int PEOPLE = Scale.of(2_000);
    private static final int OFFERS = 10;
    private static final int PRODUCTS = 10;
    private static final String SLOT = "bench";

    @Test
    void decision() throws Exception {
        try (RunningPostroad postroad = RunningPostroad.withShop(PEOPLE)) {
            postroad.awaitEmptyInbox();
            postroad.bean(Catalog.class).putOffers(offers());
            awaitLearned(postroad);
            List<String> customers = postroad.jdbc()
                    .queryForList("select id from customer order by id limit 500", String.class);
            ResultTable.add(Rounds.of(5)
                    .measure(
                            "decision",
                            "one customer: %d offers judged, one chosen and recorded, %d products recommended, p95"
                                    .formatted(OFFERS, PRODUCTS),
                            "ms",
                            () -> p95(postroad, customers)));
        }
    }

    private static void awaitLearned(RunningPostroad postroad) {
        while (postroad.bean(Recommender.class).trending(1).isEmpty()) {
            Pause.ofMillis(20);
        }
    }

    private static List<Offer> offers() {
        return IntStream.range(0, OFFERS)
                .mapToObj(i -> new Offer(
                        "bench-" + i,
                        "Offer " + i,
                        Offer.Kind.PERCENT,
                        BigDecimal.valueOf(5 + i),
                        BigDecimal.ZERO,
                        List.of(SLOT),
                        "B" + i,
                        Duration.ofDays(5),
                        Map.of()))
                .toList();
    }

    private static double p95(RunningPostroad postroad, List<String> customers) {
        long[] micros = customers.stream()
                .mapToLong(customer -> micros(postroad, customer))
                .sorted()
                .toArray();
        return micros[(int) Math.ceil(micros.length * 0.95) - 1] / 1_000.0;
    }

    private static long micros(RunningPostroad postroad, String id) {
        long start = System.nanoTime();
        Customer customer = postroad.bean(Customers.class).find(id).orElseThrow();
        postroad.bean(NextBestAction.class)
                .decide(new DecisionRequest(id, SLOT, UUID.randomUUID(), "bench", "decide", false, List.of()));
        int products = postroad.bean(Recommender.class)
                .newTo(customer, postroad.bean(Profiles.class).of(id), PRODUCTS)
                .size();
        if (products == 0) {
            throw new IllegalStateException("Nothing is recommended to " + id);
        }
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    }
}
