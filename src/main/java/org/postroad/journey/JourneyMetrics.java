package org.postroad.journey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.postroad.sql.AfterCommit;
import org.springframework.stereotype.Component;

/** The metrics {@code postroad.journeys.*}: enrolments that began and ended on this node, counted after commit. */
@Component
public final class JourneyMetrics {

    private final Counter.Builder entries = Counter.builder("postroad.journeys.entries")
            .description("Customers who entered a journey, including the holdout");
    private final Counter.Builder ends =
            Counter.builder("postroad.journeys.ends").description("Enrolments that ended, by reason");
    private final MeterRegistry registry;

    JourneyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void entered(List<Enrolment> enrolments) {
        AfterCommit.run(() -> enrolments.forEach(each -> entries.withRegistry(registry)
                .withTags("journey", each.journey(), "holdout", Boolean.toString(each.holdout()))
                .increment()));
    }

    public void ended(List<Enrolment> enrolments) {
        AfterCommit.run(() -> enrolments.forEach(each -> ends.withRegistry(registry)
                .withTags("journey", each.journey(), "reason", each.endReason().orElseThrow())
                .increment()));
    }
}
