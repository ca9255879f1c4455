package org.postroad.decide.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postroad.catalog.Offer;

/**
 * A deeper discount has no smaller effect. Where predictions break that order, the same effects are given out again by depth
 * (monotone rearrangement: Chernozhukov, Fernández-Val and Galichon, "Improving point and interval estimators of monotone functions
 * by rearrangement", Biometrika 96, 2009), which never takes them further from the truth.
 */
final class DepthOrder {

    private static final List<Offer.Kind> WITH_DEPTH = List.of(Offer.Kind.PERCENT, Offer.Kind.AMOUNT);

    private DepthOrder() {}

    /**
     * The effects in order of depth, within each kind of discount.
     *
     * @param offers empty for "nothing"
     * @param effects one for each
     */
    static double[] of(List<Optional<Offer>> offers, double[] effects) {
        double[] ordered = effects.clone();
        WITH_DEPTH.forEach(kind -> order(kind, offers, effects, ordered));
        return ordered;
    }

    private static void order(Offer.Kind kind, List<Optional<Offer>> offers, double[] effects, double[] ordered) {
        List<Integer> byDepth = IntStream.range(0, effects.length)
                .boxed()
                .filter(i -> offers.get(i).filter(each -> each.kind() == kind).isPresent())
                .sorted(Comparator.<Integer, BigDecimal>comparing(
                                i -> offers.get(i).orElseThrow().value())
                        .thenComparing(i -> effects[i]))
                .toList();
        double[] sorted = byDepth.stream().mapToDouble(i -> effects[i]).sorted().toArray();
        IntStream.range(0, sorted.length).forEach(i -> ordered[byDepth.get(i)] = sorted[i]);
    }
}
