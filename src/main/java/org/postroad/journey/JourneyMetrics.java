package org.postroad.journey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.postroad.journey.Enrolments.EndedEnrolment;
import org.postroad.sql.AfterCommit;
import org.springframework.stereotype.Component;

/** Who entered and who left on this node, for operators: {@code postroad.journeys.*}. Counts what is committed. */
@Component
public final class JourneyMetrics {

    private final Counter.Builder entries = Counter.builder("postroad.journeys.entries")
            .description("Customers who entered a journey, those held out included");
    private final Counter.Builder ends =
            Counter.builder("postroad.journeys.ends").description("Walks that came to their end, by reason");
    private final MeterRegistry registry;

    JourneyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void entered(List<Enrolment> enrolments) {
        AfterCommit.run(() -> enrolments.forEach(each -> entries.withRegistry(registry)
                .withTags("journey", each.journey(), "holdout", Boolean.toString(each.holdout()))
                .increment()));
    }

    public void ended(List<EndedEnrolment> walks) {
        AfterCommit.run(() -> walks.forEach(each -> ends.withRegistry(registry)
                .withTags("journey", each.journey(), "reason", each.reason())
                .increment()));
    }
}
