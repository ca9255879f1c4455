package org.postroad.evaluate.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.postroad.segment.model.Behaviour;
import org.postroad.segment.model.ClusterTraining;
import org.postroad.segment.model.Clusters;
import org.postroad.segment.model.Rfm;

/**
 * The mean share of customers without a purchase in a week whose label changed.
 *
 * @param byRefitsAlone the same, had time stood still for them
 * @param worst of all weeks
 */
record LabelFlicker(double ofClusters, double byRefitsAlone, double worst, double ofRfm) {

    static LabelFlicker of(RetailCustomers customers, LocalDate end, int weekly) {
        List<double[]> weeks = new ArrayList<>();
        Week week = Week.first(customers.before(end.minusWeeks(weekly)));
        for (int before = weekly - 1; before >= 0; before--) {
            Week next = week.next(customers.before(end.minusWeeks(before)));
            weeks.add(next.changes(week));
            week = next;
        }
        return new LabelFlicker(
                mean(weeks, 0),
                mean(weeks, 1),
                weeks.stream().mapToDouble(each -> each[0]).max().orElse(0),
                mean(weeks, 2));
    }

    private static double mean(List<double[]> weeks, int index) {
        return weeks.stream().mapToDouble(each -> each[index]).average().orElse(0);
    }

    /** A customer in a week, with the cluster's label and the RFM name. */
    private record Placed(Behaviour behaviour, String label, String name) {}

    private record Week(Map<String, Placed> customers, Clusters clusters) {

        static Week first(Map<String, Behaviour> behaviours) {
            return after(behaviours, Optional.empty(), Map.of());
        }

        Week next(Map<String, Behaviour> later) {
            return after(later, Optional.of(clusters), customers);
        }

        private static Week after(
                Map<String, Behaviour> behaviours, Optional<Clusters> last, Map<String, Placed> before) {
            List<Behaviour> sample = List.copyOf(behaviours.values());
            Clusters clusters = ClusterTraining.fit(sample, last);
            Rfm rfm = Rfm.of(sample);
            Map<String, Placed> customers = new TreeMap<>();
            behaviours.forEach((id, one) -> {
                Optional<String> label = Optional.ofNullable(before.get(id)).map(Placed::label);
                customers.put(id, new Placed(one, clusters.labelOf(one, label), rfm.nameOf(one)));
            });
            return new Week(customers, clusters);
        }

        /** The shares of those without a purchase since: whose label changed, also had time stood still, and whose RFM name did. */
        double[] changes(Week before) {
            double[] changed = new double[3];
            int[] idle = {0};
            before.customers.forEach((id, then) -> Optional.ofNullable(customers.get(id))
                    .filter(now -> now.behaviour().orders() == then.behaviour().orders())
                    .ifPresent(now -> {
                        String refitted = clusters.labelOf(then.behaviour(), Optional.of(then.label()));
                        idle[0]++;
                        changed[0] += now.label().equals(then.label()) ? 0 : 1;
                        changed[1] += refitted.equals(then.label()) ? 0 : 1;
                        changed[2] += now.name().equals(then.name()) ? 0 : 1;
                    }));
            return Arrays.stream(changed)
                    .map(count -> count / Math.max(1, idle[0]))
                    .toArray();
        }
    }
}
