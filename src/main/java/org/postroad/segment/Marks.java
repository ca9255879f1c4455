package org.postroad.segment;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.postroad.segment.model.Behaviour;

/** Says in words what the members of a segment have in common. */
final class Marks {

    private Marks() {}

    /**
     * Medians of the members beside those of all buyers.
     *
     * @param members a sample
     * @param all a sample of all customers
     */
    static String of(List<Behaviour> members, List<Behaviour> all) {
        List<Behaviour> buyers = members.stream().filter(Behaviour::isBuyer).toList();
        if (members.isEmpty()) {
            return "Nobody.";
        }
        if (buyers.isEmpty()) {
            return "Bought nothing yet.";
        }
        List<Behaviour> others = all.stream().filter(Behaviour::isBuyer).toList();
        return "Last order %s days ago (all buyers: %s), %s orders (%s), %s spent (%s)%s. Medians."
                .formatted(
                        median(buyers, Behaviour::recencyDays),
                        median(others, Behaviour::recencyDays),
                        median(buyers, Behaviour::orders),
                        median(others, Behaviour::orders),
                        median(buyers, Behaviour::revenue),
                        median(others, Behaviour::revenue),
                        buyers.size() == members.size()
                                ? ""
                                : "; %.0f %% bought nothing yet"
                                        .formatted(100.0 * (members.size() - buyers.size()) / members.size()));
    }

    private static String median(List<Behaviour> customers, ToDoubleFunction<Behaviour> value) {
        double[] sorted = customers.stream().mapToDouble(value).sorted().toArray();
        return String.format(Locale.ROOT, "%,.0f", sorted[(sorted.length - 1) / 2]);
    }
}
