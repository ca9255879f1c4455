package org.postroad.evaluate.segment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postroad.evaluate.OnlineRetail.Purchase;
import org.postroad.segment.model.Behaviour;

/** The customers of a shop, and how they behaved up to a day. */
final class RetailCustomers {

    private static final double SECONDS_A_DAY = 86_400;

    private final Map<String, List<Purchase>> purchases;

    RetailCustomers(List<Purchase> purchases) {
        this.purchases = purchases.stream().collect(groupingBy(Purchase::customer, TreeMap::new, toList()));
    }

    LocalDate lastDay() {
        return purchases.values().stream()
                .flatMap(List::stream)
                .map(purchase -> purchase.at().toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
    }

    /** By customer, of those who bought something before the day. */
    Map<String, Behaviour> before(LocalDate day) {
        LocalDateTime now = day.atStartOfDay();
        Map<String, Behaviour> behaviours = new TreeMap<>();
        purchases.forEach((customer, all) -> {
            List<Purchase> past =
                    all.stream().filter(each -> each.at().isBefore(now)).toList();
            if (!past.isEmpty()) {
                behaviours.put(customer, behaviour(past, now));
            }
        });
        return behaviours;
    }

    private static Behaviour behaviour(List<Purchase> past, LocalDateTime now) {
        return new Behaviour(
                past.stream().mapToDouble(each -> days(each, now)).min().orElseThrow(),
                past.stream().mapToDouble(each -> days(each, now)).max().orElseThrow(),
                past.stream().map(Purchase::order).distinct().count(),
                past.stream().mapToDouble(Purchase::amount).sum(),
                past.stream().map(Purchase::product).distinct().count(),
                Double.NaN,
                Double.NaN);
    }

    private static double days(Purchase purchase, LocalDateTime now) {
        return Duration.between(purchase.at(), now).toSeconds() / SECONDS_A_DAY;
    }

    /** What each customer spent from a day on and before another. */
    Map<String, Double> spent(LocalDate from, LocalDate before) {
        return purchases.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream()
                                .filter(line -> !line.at().isBefore(from.atStartOfDay())
                                        && line.at().isBefore(before.atStartOfDay()))
                                .mapToDouble(Purchase::amount)
                                .sum()));
    }
}
