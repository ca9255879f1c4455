package org.postroad.event.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.postroad.event.Receipt;
import org.springframework.stereotype.Component;

/** Counts the events that this node took in: {@code postroad.events.received}. */
@Component
class IntakeMetrics {

    private final Counter accepted;
    private final Counter duplicates;
    private final Counter rejected;

    IntakeMetrics(MeterRegistry registry) {
        this.accepted = received("accepted", registry);
        this.duplicates = received("duplicate", registry);
        this.rejected = received("rejected", registry);
    }

    private static Counter received(String result, MeterRegistry registry) {
        return Counter.builder("postroad.events.received")
                .description("Events from outside, by what became of them")
                .tag("result", result)
                .register(registry);
    }

    void received(Receipt receipt) {
        accepted.increment(receipt.accepted());
        duplicates.increment(receipt.duplicates());
        rejected.increment(receipt.rejected().size());
    }
}
