package org.postroad.rehearse.simulation;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What another diagram would change: two simulations of the same people, customer by customer. Public for the report's
 * template.
 *
 * @param against the file that was tried instead
 * @param customers how many people there were
 * @param rows the figures, a head
 */
public record VariantComparison(String against, int customers, List<PairedDifference> rows) {

    static VariantComparison of(
            String against, Map<String, CustomerOutcome> first, Map<String, CustomerOutcome> second) {
        Set<String> customers = new TreeSet<>(first.keySet());
        customers.addAll(second.keySet());
        return new VariantComparison(
                against,
                customers.size(),
                List.of(
                        row("revenue", CustomerOutcome::revenue, customers, first, second),
                        row("orders", CustomerOutcome::orders, customers, first, second),
                        row("mails, all journeys", CustomerOutcome::mails, customers, first, second),
                        row("withdrawals of consent", CustomerOutcome::withdrawals, customers, first, second)));
    }

    private static PairedDifference row(
            String name,
            ToDoubleFunction<CustomerOutcome> figure,
            Collection<String> customers,
            Map<String, CustomerOutcome> first,
            Map<String, CustomerOutcome> second) {
        return PairedDifference.of(name, numbers(figure, customers, first), numbers(figure, customers, second));
    }

    private static double[] numbers(
            ToDoubleFunction<CustomerOutcome> figure,
            Collection<String> customers,
            Map<String, CustomerOutcome> outcomes) {
        return customers.stream()
                .mapToDouble(id -> figure.applyAsDouble(outcomes.getOrDefault(id, CustomerOutcome.NOTHING)))
                .toArray();
    }

    /** What the command prints. */
    List<String> lines() {
        return rows.stream().map(VariantComparison::line).toList();
    }

    private static String line(PairedDifference row) {
        return String.format(
                Locale.ROOT,
                "  %-24s %8.3f -> %8.3f a head: %+.3f (95 %%: %+.3f to %+.3f)%s",
                row.name(),
                row.first(),
                row.second(),
                row.difference(),
                row.low(),
                row.high(),
                row.includesZero() ? ", no difference is shown" : "");
    }
}
