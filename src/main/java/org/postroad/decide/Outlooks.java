package org.postroad.decide;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroad.predict.serving.CustomerPrediction;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What is learned of customers, for rules that ask. */
@Component
public class Outlooks {

    private static final int QUARTER_DAYS = 90;
    private static final int YEAR_DAYS = 365;

    private final CustomerSegments segments;

    Outlooks(CustomerSegments segments) {
        this.segments = segments;
    }

    /** @param prediction is called at most once, when a rule first asks for what is predicted */
    public Outlook of(String customerId, Supplier<CustomerPrediction> prediction) {
        return new LearnedOutlook(customerId, SingletonSupplier.of(prediction), segments);
    }

    private record LearnedOutlook(String id, Supplier<CustomerPrediction> prediction, CustomerSegments segments)
            implements Outlook {

        @Override
        public @Nullable Double churnRisk() {
            CustomerPrediction predicted = prediction.get();
            return predicted.unknownBecause().isPresent() ? null : predicted.churnRisk(QUARTER_DAYS);
        }

        @Override
        public @Nullable Double lifetimeValue() {
            CustomerPrediction predicted = prediction.get();
            return predicted.valueUnknownBecause().isPresent()
                    ? null
                    : predicted.lifetimeValue(YEAR_DAYS).expected();
        }

        @Override
        public String segment() {
            return segments.labelOf(id);
        }

        @Override
        public boolean isIn(String segment) {
            return segments.contains(segment, id);
        }

        @Override
        public boolean isLike(String segment) {
            return segments.isLike(segment, id);
        }
    }
}
