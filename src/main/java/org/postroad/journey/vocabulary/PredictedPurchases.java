package org.postroad.journey.vocabulary;

import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.postroad.predict.serving.CustomerPrediction;
import org.postroad.predict.serving.NextPurchase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;

/** What is predicted of a customer, in words for expressions. What cannot be read or predicted is 0, and no exception. */
final class PredictedPurchases {

    private static final Logger log = LoggerFactory.getLogger(PredictedPurchases.class);
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();
    private static final int MOST_WARNINGS = 100;

    private final Supplier<CustomerPrediction> prediction;
    private final Supplier<ZonedDateTime> now;
    private final Validity validity;

    /** @param now in the customer's time zone, in which a horizon is counted */
    PredictedPurchases(Supplier<CustomerPrediction> prediction, Supplier<ZonedDateTime> now, Validity validity) {
        this.prediction = SingletonSupplier.of(prediction);
        this.now = now;
        this.validity = validity;
    }

    double lifetimeValue(@Nullable String horizon) {
        return within(horizon, days -> prediction().lifetimeValue(days).expected());
    }

    double churnRisk(@Nullable String horizon) {
        return within(horizon, days -> prediction().churnRisk(days));
    }

    double purchaseProbability(@Nullable String horizon) {
        return within(horizon, days -> prediction().purchaseProbability(days));
    }

    double repurchaseProbability(@Nullable String productId, @Nullable String horizon) {
        return productId == null ? 0 : within(horizon, days -> prediction().repurchaseProbability(productId, days));
    }

    @Nullable
    Date nextPurchase(@Nullable String productId) {
        return Optional.ofNullable(productId)
                .flatMap(product -> prediction().nextPurchase(product))
                .map(NextPurchase::due)
                .map(Date::from)
                .orElse(null);
    }

    private CustomerPrediction prediction() {
        CustomerPrediction known = prediction.get();
        validity.endsAt(known.validUntil());
        return known;
    }

    private double within(@Nullable String horizon, ToDoubleFunction<Double> predicted) {
        try {
            return predicted.applyAsDouble(IsoPeriods.daysAhead(String.valueOf(horizon), now.get()));
        } catch (IllegalArgumentException e) {
            warnOnce(String.valueOf(e.getMessage()));
            return 0;
        }
    }

    private static void warnOnce(String fault) {
        if (WARNED.size() < MOST_WARNINGS && WARNED.add(fault)) {
            log.warn(
                    "A prediction was asked for in a way that cannot be read, and is 0: {} This is logged once.",
                    fault);
        }
    }
}
