package org.postroad.decide.model;

import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says which model is in use, or why none is. Never "down": without a model, a rule decides and mail goes on. */
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
