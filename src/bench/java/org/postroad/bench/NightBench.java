package org.postroad.bench;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postroad.decide.model.OfferModel;
import org.postroad.model.ModelReport;
import org.postroad.model.Models;
import org.postroad.segment.SegmentLearning;
import org.postroad.time.RehearsalMode.ClockReset;

/**
 * What a node learns every night, from a million customers: the people of the simulated shop, each of them many times, with a year of
 * purchases and their profiles.
 */
class NightBench {

    private static final int PEOPLE = 1_000;
    private static final int CUSTOMERS = Math.max(PEOPLE, Scale.of(1_000_000));

    @Test
    void night() throws Exception {
        try (RunningPostroad postroad = RunningPostroad.withShop(PEOPLE)) {
            postroad.awaitEmptyInbox();
            multiply(postroad, CUSTOMERS / PEOPLE);
            try (HeapWatch heap = new HeapWatch()) {
                ResultTable.add(Rounds.once()
                        .measure(
                                "night",
                                "all that is learned every night, %,d customers with %,d purchases and %,d products"
                                        .formatted(
                                                postroad.number("select count(*) from customer"),
                                                postroad.number("select count(*) from event where type = 'purchased'"),
                                                postroad.number("select count(*) from product")),
                                "s",
                                () -> seconds(postroad)));
                ResultTable.add(Rounds.once()
                        .measure(
                                "night-heap",
                                "the most heap that a collection left meanwhile",
                                "MB",
                                () -> heap.most() / 1e6));
            }
        }
    }

    /** Nobody else of the shop does anything meanwhile. */
    private static void multiply(RunningPostroad postroad, int times) {
        for (String copy : List.of(
                """
                insert into customer (id, email, first_name, last_name, locale, time_zone, attributes, created_at, updated_at)
                select id || '-' || n, n || '-' || email, first_name, last_name, locale, time_zone, attributes, created_at, updated_at
                from customer, generate_series(2, ?) n""",
                """
                insert into profile (customer_id, counters, updated_at)
                select customer_id || '-' || n, counters, updated_at from profile, generate_series(2, ?) n""",
                """
                insert into event (seq, id, customer_id, type, occurred_at, received_at, properties)
                select nextval('event_seq'), id || '-' || n, customer_id || '-' || n, type, occurred_at, received_at, properties
                from event, generate_series(2, ?) n where type = 'purchased'""")) {
            postroad.jdbc().update(copy, times);
        }
        postroad.jdbc().execute("vacuum analyze"); // as autovacuum does in its own time
    }

    private static double seconds(RunningPostroad postroad) {
        postroad.jdbc().execute("truncate learned_model");
        postroad.publish(new ClockReset()); // forget what was learned from few
        long start = System.nanoTime();
        learned(postroad); // begins to learn
        postroad.bean(SegmentLearning.class).run();
        while (!learned(postroad)) {
            Pause.ofMillis(100);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean learned(RunningPostroad postroad) {
        return postroad.bean(Models.class).all().stream()
                .filter(model -> !model.name().equals(OfferModel.NAME))
                .map(ModelReport::trainedAt)
                .allMatch(Objects::nonNull);
    }
}
