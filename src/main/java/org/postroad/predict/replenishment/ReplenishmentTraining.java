package org.postroad.predict.replenishment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postroad.predict.Reservoir;

/**
 * Fits a {@link ReplenishmentModel}: first to a sample of all histories, then to each category around that, then to each product
 * around its category. Products are read one at a time and twice, so that memory is bounded by the samples: at most
 * {@value #SAMPLE} histories of all and of each category (about 100 bytes each), and those of one product.
 *
 * <p>A history whose habit may go on counts as censored, not as short: its silence is part of the likelihood.
 */
public final class ReplenishmentTraining {

    static final int SAMPLE = 1_000;

    /** A product has intervals of its own only if so many customers bought it at least twice. */
    static final int FEWEST_CUSTOMERS = 5;

    private static final long SEED = 1_990;

    private final Reservoir<RepurchaseHistory> all = new Reservoir<>(SAMPLE, new SplittableRandom(SEED));
    private final Map<String, Reservoir<RepurchaseHistory>> byCategory = new HashMap<>();

    private ReplenishmentTraining() {}

    /**
     * Fits all levels.
     *
     * @param products opened twice, each time with the same products in the same order
     */
    public static ReplenishmentModel fit(Supplier<Stream<ProductHistories>> products) {
        ReplenishmentTraining training = new ReplenishmentTraining();
        try (Stream<ProductHistories> each = products.get()) {
            each.forEachOrdered(training::draw);
        }
        ReplenishmentModel general = training.general();
        Map<String, IntervalModel> own = new HashMap<>();
        try (Stream<ProductHistories> each = products.get()) {
            each.filter(ReplenishmentTraining::isKnown)
                    .forEachOrdered(product -> own.put(product.product(), own(general, product)));
        }
        return new ReplenishmentModel(general.all(), general.categories(), own);
    }

    private void draw(ProductHistories product) {
        product.histories().forEach(all::offer);
        if (!product.category().isEmpty()) {
            Reservoir<RepurchaseHistory> category = byCategory.computeIfAbsent(
                    product.category(), name -> new Reservoir<>(SAMPLE, new SplittableRandom(SEED)));
            product.histories().forEach(category::offer);
        }
    }

    private ReplenishmentModel general() {
        IntervalModel ofAll = IntervalFit.ofAll(all.sample());
        Map<String, IntervalModel> categories = new HashMap<>();
        byCategory.forEach((name, sample) -> categories.put(name, IntervalFit.within(ofAll, sample.sample())));
        return new ReplenishmentModel(ofAll, categories, Map.of());
    }

    private static boolean isKnown(ProductHistories product) {
        return product.histories().stream()
                        .filter(history -> history.intervals().count() > 0)
                        .limit(FEWEST_CUSTOMERS)
                        .count()
                == FEWEST_CUSTOMERS;
    }

    private static IntervalModel own(ReplenishmentModel general, ProductHistories product) {
        Reservoir<RepurchaseHistory> some = new Reservoir<>(SAMPLE, new SplittableRandom(SEED));
        product.histories().forEach(some::offer);
        List<RepurchaseHistory> sample = some.sample();
        IntervalModel level = ReplenishmentModel.told(general.ofCategory(product.category()), product.daysPerUnit());
        return ReplenishmentModel.isTold(product.daysPerUnit())
                ? IntervalFit.withinTold(level, sample)
                : IntervalFit.within(level, sample);
    }
}
