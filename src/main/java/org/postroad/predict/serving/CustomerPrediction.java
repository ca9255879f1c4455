package org.postroad.predict.serving;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.postroad.predict.PredictedAmount;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.lifetime.LifetimeModel;
import org.postroad.predict.lifetime.PurchaseHistory;
import org.postroad.predict.replenishment.RepurchaseHistory;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is predicted of one customer, from their purchases up to now. Horizons are in days and at least 0. Who has never bought
 * is predicted nothing: every number is 0, and {@link #unknownBecause} says why.
 *
 * <p>PredictionModels are asked for when they are needed. What was answered holds until {@link #validUntil} unless the customer buys.
 */
public final class CustomerPrediction {

    private static final PredictedAmount NOTHING = new PredictedAmount(0, 0, 0);

    private static final double LEAST_PROBABLE = .05;

    private final PurchasePast past;
    private final Instant now;
    private final Supplier<LearnedModel<LifetimeModel>> lifetime;
    private final ProductIntervals intervals;
    private final Supplier<Optional<CustomerPurchases>> orders;

    CustomerPrediction(
            PurchasePast past,
            Instant now,
            Supplier<LearnedModel<LifetimeModel>> lifetime,
            ProductIntervals intervals) {
        this.past = past;
        this.now = now;
        this.lifetime = SingletonSupplier.of(lifetime);
        this.intervals = intervals;
        this.orders = SingletonSupplier.of(past::orders);
    }

    /** The end of the day in UTC: predictions change by the day. */
    public Instant validUntil() {
        return Days.startOf(past.today() + 1);
    }

    /** Why the numbers are 0, in words; empty if they are predictions. */
    public Optional<String> unknownBecause() {
        return orders().isEmpty()
                ? Optional.of("has never bought, and nothing is predicted before the first purchase")
                : Optional.empty();
    }

    /** Why there is no lifetime value; empty if there is one. */
    public Optional<String> valueUnknownBecause() {
        return unknownBecause()
                .or(() -> model().spend().isPresent()
                        ? Optional.empty()
                        : Optional.of("no purchase with an amount has been learned from"));
    }

    /** What the customer spends within the horizon, in the currency of the orders, with an interval of 80 %. */
    public PredictedAmount lifetimeValue(double days) {
        return orders().flatMap(bought -> model().lifetimeValue(history(bought), bought.spendAt(past.today()), days))
                .orElse(NOTHING);
    }

    /** How often the customer buys within the horizon, on average. */
    public double expectedPurchases(double days) {
        return orders().map(bought -> model().expectedPurchases(history(bought), days))
                .orElse(0.0);
    }

    /** The probability that the customer buys within the horizon. */
    public double purchaseProbability(double days) {
        return orders().map(bought -> model().probabilityOfPurchase(history(bought), days))
                .orElse(0.0);
    }

    /** The probability that the customer does not buy within the horizon; 0 if there is nobody to lose. */
    public double churnRisk(double days) {
        return orders().isEmpty() ? 0 : 1 - purchaseProbability(days);
    }

    /** When the product is needed again; empty if the customer has not bought it in the last two years. */
    public Optional<NextPurchase> nextPurchase(String productId) {
        return past.of(productId).map(history -> next(productId, history));
    }

    private NextPurchase next(String productId, RepurchaseHistory history) {
        return NextPurchase.of(
                productId,
                intervals.of(productId).forecast(history),
                now,
                history.intervals().count());
    }

    /** The probability that the customer buys the product within the horizon; 0 if they have not bought it so far. */
    public double repurchaseProbability(String productId, double days) {
        return past.of(productId)
                .map(history -> intervals.of(productId).probabilityWithin(history, days))
                .orElse(0.0);
    }

    /**
     * Of the products that are used up or that the customer bought repeatedly, the next to be needed first; without those of
     * which the habit is over with a probability of more than 95 %.
     */
    public List<NextPurchase> nextPurchases(int atMost) {
        return StreamSupport.stream(past.products().spliterator(), false)
                .flatMap(product -> nextPurchase(product).stream())
                .filter(next -> next.probabilityThatItGoesOn() >= LEAST_PROBABLE)
                .filter(next -> next.intervals() > 0 || intervals.isUsedUp(next.productId()))
                .sorted(Comparator.comparing(NextPurchase::due).thenComparing(NextPurchase::productId))
                .limit(atMost)
                .toList();
    }

    /** What the numbers on all purchases rest on. */
    public PredictionBasis basis() {
        LearnedModel<LifetimeModel> learned = lifetime.get();
        boolean assumed = learned.model().customers() == 0;
        return new PredictionBasis(
                learned.model().purchases().name(),
                assumed ? null : learned.learnedAt(),
                learned.model().customers(),
                orders().map(bought -> bought.countUntil(past.today())).orElse(0),
                orders().map(bought -> Days.date(bought.firstDay())).orElse(null),
                orders().map(bought -> Days.date(
                                bought.firstDay() + (int) history(bought).recency()))
                        .orElse(null));
    }

    private Optional<CustomerPurchases> orders() {
        return orders.get();
    }

    private LifetimeModel model() {
        return lifetime.get().model();
    }

    private PurchaseHistory history(CustomerPurchases bought) {
        return bought.historyAt(past.today());
    }
}
