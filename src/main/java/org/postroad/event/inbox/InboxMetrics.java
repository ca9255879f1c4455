package org.postroad.event.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Component;

/** What this node did with waiting events: {@code postroad.events.*}. */
@Component
class InboxMetrics {

    private final Counter processed;
    private final Counter conflicts;
    private final Counter deadLetters;
    private final DistributionSummary batchSize;
    private final Timer batch;

    InboxMetrics(MeterRegistry registry) {
        this.processed = counter("postroad.events.acted", "Events that were processed", registry);
        this.conflicts =
                counter("postroad.events.conflicts", "Batches rolled back by a conflict, to be tried again", registry);
        this.deadLetters = counter("postroad.events.set.aside", "Events that became dead letters", registry);
        this.batchSize = DistributionSummary.builder("postroad.events.batch.size")
                .description("Events that were processed in one transaction")
                .baseUnit("events")
                .register(registry);
        this.batch = Timer.builder("postroad.events.batch")
                .description("How long the transaction of a batch took, failed ones included")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    private static Counter counter(String name, String description, MeterRegistry registry) {
        return Counter.builder(name).description(description).register(registry);
    }

    /** Runs and measures one transaction, which returns how many events were processed. */
    int batch(IntSupplier transaction) {
        long began = System.nanoTime();
        try {
            int events = transaction.getAsInt();
            if (events > 0) { // another node may have locked all of their shards
                processed.increment(events);
                batchSize.record(events);
            }
            return events;
        } catch (RuntimeException failure) {
            if (DatabaseFault.of(failure) == DatabaseFault.CONFLICT) {
                conflicts.increment();
            }
            throw failure;
        } finally {
            batch.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    void countDeadLetter() {
        deadLetters.increment();
    }
}
