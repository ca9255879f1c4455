package org.postroad.predict.lifetime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.postroad.predict.Reservoir;
import org.postroad.predict.lifetime.LifetimeModel.Candidate;

/**
 * Fits a {@link LifetimeModel} to what customers bought up to a day.
 *
 * <ol>
 *   <li>The candidates are BG/NBD, MBG/NBD, and MBG/CNBD-k with the two k around the {@link Regularity} of the purchases.
 *   <li>Each is fitted to the first half of the days since the first purchase of all. The one is chosen whose expected
 *       purchases in the second half have the least mean squared error.
 *   <li>A {@link PurchaseCalibration} that was fitted at a half of the time is kept only if it has less log loss than the
 *       model's own probability at three quarters; it is fitted again then, to a window as long as there is.
 *   <li>The chosen model is fitted to all days.
 * </ol>
 *
 * Where there are too few customers for a choice it is MBG/NBD, with the prior of {@link RepeatPurchaseFit}, which says all if
 * there is nobody. Memory is bounded: of more than {@value #SAMPLE} customers, so many are drawn at random, with a fixed seed.
 */
public final class LifetimeTraining {

    static final int SAMPLE = 10_000;

    /** So many who bought in a window, and so many who did not, are the least to learn from. */
    private static final int FEWEST_OF_BOTH = 30;

    private static final int SHORTEST_SPAN_DAYS = 28;
    private static final int GREATEST_REGULARITY = 6;
    private static final long SEED = 20_161;

    private final List<CustomerPurchases> customers;
    private final int today;
    private final int span;

    private LifetimeTraining(List<CustomerPurchases> customers, int today) {
        this.customers = customers;
        this.today = today;
        int first =
                customers.stream().mapToInt(CustomerPurchases::firstDay).min().orElse(today);
        this.span = today - first;
    }

    /**
     * Fits and chooses.
     *
     * @param customers read once; those who bought nothing up to today are left out
     * @param today the last day that is known to its end
     */
    public static LifetimeModel fit(Stream<CustomerPurchases> customers, int today) {
        Reservoir<CustomerPurchases> sample = new Reservoir<>(SAMPLE, new SplittableRandom(SEED));
        customers.filter(each -> each.countUntil(today) > 0).forEachOrdered(sample::offer);
        return new LifetimeTraining(sample.sample(), today).fit();
    }

    private LifetimeModel fit() {
        List<Scored> candidates = candidates();
        Shape shape = candidates.isEmpty()
                ? new Shape(DropoutRule.AFTER_EVERY_PURCHASE, 1)
                : candidates.get(0).shape();
        Calibrated calibrated = calibrated(shape);
        return new LifetimeModel(
                shape.fit(Window.of(customers, today, 0)),
                SpendModel.fitWithPrior(
                        customers.stream().map(each -> each.spendAt(today)).toList()),
                calibrated.calibration(),
                customers.size(),
                calibrated.heldOut(),
                candidates.stream()
                        .map(each -> new Candidate(each.shape().name(), each.meanSquaredError()))
                        .toList());
    }

    private record Shape(DropoutRule dropout, int regularity) {

        RepeatPurchaseModel fit(Window window) {
            return RepeatPurchaseFit.fitInDays(dropout, regularity, window.histories());
        }

        String name() {
            return new RepeatPurchaseModel(dropout, regularity, 1, 1, 1, 1).name();
        }
    }

    private record Scored(Shape shape, double meanSquaredError) {}

    private List<Scored> candidates() {
        Window later = windowAfter(span / 2, span - span / 2);
        if (span < SHORTEST_SPAN_DAYS || !later.hasAtLeastOfBoth(FEWEST_OF_BOTH)) {
            return List.of();
        }
        double regularity =
                Math.max(1, Math.min(GREATEST_REGULARITY, Regularity.estimate(customers, dayAfter(span / 2))));
        Stream<Shape> shapes = Stream.of(
                new Shape(DropoutRule.AFTER_REPEATS, 1),
                new Shape(DropoutRule.AFTER_EVERY_PURCHASE, 1),
                new Shape(DropoutRule.AFTER_EVERY_PURCHASE, (int) Math.floor(regularity)),
                new Shape(DropoutRule.AFTER_EVERY_PURCHASE, (int) Math.ceil(regularity)));
        return shapes.distinct()
                .map(shape -> new Scored(shape, later.meanSquaredError(shape.fit(later))))
                .sorted(Comparator.comparingDouble(Scored::meanSquaredError))
                .toList();
    }

    /** @param heldOut of the probabilities by whichever is kept */
    private record Calibrated(Optional<PurchaseCalibration> calibration, HeldOut heldOut) {}

    private Calibrated calibrated(Shape shape) {
        int quarter = span / 4;
        Window earlier = windowAfter(span / 2, quarter);
        Window later = windowAfter(span - quarter, quarter);
        if (span < SHORTEST_SPAN_DAYS
                || !earlier.hasAtLeastOfBoth(FEWEST_OF_BOTH)
                || !later.hasAtLeastOfBoth(FEWEST_OF_BOTH)) {
            return new Calibrated(Optional.empty(), HeldOut.NOTHING);
        }
        PurchaseCalibration calibration = calibration(shape, earlier);
        RepeatPurchaseModel model = shape.fit(later);
        boolean[] bought = later.boughtAny();
        double[] own = later.probabilities(model);
        double[] calibrated = calibration.probabilities(later.expected(model));
        return PurchaseCalibration.logLossOf(calibrated, bought) < PurchaseCalibration.logLossOf(own, bought)
                ? new Calibrated(
                        Optional.of(calibration(shape, windowAfter(span / 2, span - span / 2))),
                        HeldOut.of(quarter, calibrated, bought))
                : new Calibrated(Optional.empty(), HeldOut.of(quarter, own, bought));
    }

    private static PurchaseCalibration calibration(Shape shape, Window window) {
        return PurchaseCalibration.fit(window.expected(shape.fit(window)), window.boughtAny());
    }

    private Window windowAfter(int days, int horizon) {
        return Window.of(customers, dayAfter(days), horizon);
    }

    private int dayAfter(int days) {
        return today - span + days;
    }
}
