package org.postroad.event.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.postroad.event.Receipt;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Component;

/** What this node did with events, for operators: {@code postroad.events.*}. */
@Component
public class InboxMetrics {

    private final Counter accepted;
    private final Counter duplicates;
    private final Counter rejected;
    private final Counter acted;
    private final Counter conflicts;
    private final Counter setAside;
    private final DistributionSummary batchSize;
    private final Timer batch;

    InboxMetrics(MeterRegistry registry) {
        this.accepted = received("accepted", registry);
        this.duplicates = received("duplicate", registry);
        this.rejected = received("rejected", registry);
        this.acted = counter("postroad.events.acted", "Events that the road acted on", registry);
        this.conflicts =
                counter("postroad.events.conflicts", "Batches rolled back by a conflict, to be tried again", registry);
        this.setAside = counter("postroad.events.set.aside", "Events that the road could not act on", registry);
        this.batchSize = DistributionSummary.builder("postroad.events.batch.size")
                .description("Events that acted in one transaction")
                .baseUnit("events")
                .register(registry);
        this.batch = Timer.builder("postroad.events.batch")
                .description("How long the transaction of a batch took, failed ones included")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(registry);
    }

    private static Counter received(String result, MeterRegistry registry) {
        return Counter.builder("postroad.events.received")
                .description("Events from outside, by what became of them")
                .tag("result", result)
                .register(registry);
    }

    private static Counter counter(String name, String description, MeterRegistry registry) {
        return Counter.builder(name).description(description).register(registry);
    }

    public void received(Receipt receipt) {
        accepted.increment(receipt.accepted());
        duplicates.increment(receipt.duplicates());
        rejected.increment(receipt.rejected().size());
    }

    /** Measures one transaction, which answers with how many events acted. */
    int batch(IntSupplier transaction) {
        long began = System.nanoTime();
        try {
            int events = transaction.getAsInt();
            if (events > 0) { // another node may have been at all of their shards
                acted.increment(events);
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
        setAside.increment();
    }
}
