package org.postroad.evaluate.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.postroad.evaluate.Evaluation;
import org.postroad.evaluate.EvaluationData;
import org.postroad.evaluate.Finding;
import org.postroad.evaluate.OnlineRetail;
import org.postroad.segment.model.AdjustedRandIndex;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.ClusterTraining;
import org.postroad.segment.model.Clusters;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Whether clusters are the same for other customers of the same shop, and stay the same from week to week.
 *
 * <p>Stability: clusters are fitted to all customers at the end of the data, and to bootstrap samples of them; the groups that
 * both make of all customers are compared. Flicker: clusters are fitted every week of the last {@value #WEEKS}; of those who bought
 * nothing in a week, so many have another label than a week before. Time goes on for them too, so their recency does change.
 */
@Component
@Conditional(RehearsalMode.class)
class SegmentStability implements Evaluation {

    private static final int WEEKS = 17;
    private static final int BOOTSTRAPS = 20;
    private static final long SEED = 4_711;
    private static final double LEAST_AGREEMENT = 0.85;
    private static final double MOST_FLICKER = 0.02;

    @Override
    public String id() {
        return "segments";
    }

    @Override
    public Finding run(EvaluationData data) {
        RetailCustomers customers = new RetailCustomers(OnlineRetail.purchases(data));
        LocalDate end = customers.lastDay().plusDays(1);
        List<Behaviour> all = List.copyOf(customers.before(end).values());
        Clusters clusters = ClusterTraining.fit(all, Optional.empty());
        LabelFlicker flicker = LabelFlicker.of(customers, end, WEEKS);
        Map<String, Double> figure = new LinkedHashMap<>();
        figure.put("ARI", agreement(all, clusters, Optional.of(clusters)));
        figure.put("ARI, number of clusters chosen anew", agreement(all, clusters, Optional.empty()));
        figure.put("flicker", flicker.ofClusters());
        figure.put("flicker by refits alone", flicker.byRefitsAlone());
        figure.put("worst week's flicker", flicker.worst());
        figure.put("clusters", (double) clusters.clusters().size());
        return new Finding(
                "Clusters by behaviour: agreement (adjusted Rand index) with clusters of " + BOOTSTRAPS
                        + " bootstrap samples, and weekly share of customers without a purchase in the week whose label changes",
                "online-retail, %,d customers up to %s; %d weekly refits"
                        .formatted(all.size(), end.minusDays(1), WEEKS),
                figure,
                Map.of(),
                Map.of("flicker of RFM names", flicker.ofRfm()),
                "ARI at least .85, flicker at most .02",
                figure.get("ARI") >= LEAST_AGREEMENT && flicker.ofClusters() <= MOST_FLICKER);
    }

    private static double agreement(List<Behaviour> all, Clusters clusters, Optional<Clusters> last) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] groups = groups(all, clusters);
        return IntStream.range(0, BOOTSTRAPS)
                .mapToObj(run -> random.ints(all.size(), 0, all.size())
                        .mapToObj(all::get)
                        .toList())
                .mapToDouble(sample -> AdjustedRandIndex.of(groups, groups(all, ClusterTraining.fit(sample, last))))
                .average()
                .orElseThrow();
    }

    private static int[] groups(List<Behaviour> customers, Clusters clusters) {
        List<String> labels = new ArrayList<>();
        return customers.stream()
                .map(customer -> clusters.labelOf(customer, Optional.empty()))
                .mapToInt(label -> {
                    if (!labels.contains(label)) {
                        labels.add(label);
                    }
                    return labels.indexOf(label);
                })
                .toArray();
    }
}
