package org.postroad.decide.model;

import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The health component {@code offerModel}: the model in use, or why there is none. Always up: without a model, a rule decides. */
@Component("offerModel")
class OfferModelHealthIndicator implements HealthIndicator {

    private final ModelRegistry models;

    OfferModelHealthIndicator(ModelRegistry models) {
        this.models = models;
    }

    @Override
    public Health health() {
        return models.current()
                .map(model -> Health.up().withDetails(details(model)))
                .orElseGet(
                        () -> Health.up().withDetail("problem", models.problem().orElse("")))
                .build();
    }

    private static Map<String, Object> details(OfferModel model) {
        return Map.of(
                "model", model.card().id(),
                "acts", model.card().gate().act(),
                "evidence", model.card().gate().reason());
    }
}
