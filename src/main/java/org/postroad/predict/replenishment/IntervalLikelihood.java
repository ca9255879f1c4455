package org.postroad.predict.replenishment;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The likelihood of many histories; those that are alike are computed once. */
final class IntervalLikelihood {

    private final Map<Integer, Map<RepurchaseHistory, Long>> byCount;

    IntervalLikelihood(List<RepurchaseHistory> histories) {
        this.byCount = histories.stream()
                .collect(groupingBy(
                        history -> history.intervals().count(),
                        TreeMap::new,
                        groupingBy(Function.identity(), LinkedHashMap::new, counting())));
    }

    /** The logarithm of the density of the logarithms of all intervals and of the silences since. */
    double log(IntervalModel model) {
        double sum = 0;
        for (Map.Entry<Integer, Map<RepurchaseHistory, Long>> group : byCount.entrySet()) {
            IntervalPosterior posterior = new IntervalPosterior(model, group.getKey());
            double constant = posterior.logConstant();
            for (Map.Entry<RepurchaseHistory, Long> alike : group.getValue().entrySet()) {
                sum += alike.getValue() * (constant + posterior.logLikelihood(alike.getKey()));
            }
        }
        return sum;
    }
}
