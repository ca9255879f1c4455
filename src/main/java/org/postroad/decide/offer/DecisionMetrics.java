package org.postroad.decide.offer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.postroad.decide.Decision;
import org.postroad.sql.AfterCommit;
import org.springframework.stereotype.Component;

/** The metric {@code postroad.decisions}. It counts decisions that were committed. */
@Component
class DecisionMetrics {

    private final Counter.Builder decisions = Counter.builder("postroad.decisions")
            .description("Next best actions, by who chose: model, rule, exploration or holdout");
    private final MeterRegistry registry;

    DecisionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(Decision decision) {
        AfterCommit.run(() -> decisions
                .withRegistry(registry)
                .withTag("chosenBy", decision.evidence().chosenBy())
                .increment());
    }
}
