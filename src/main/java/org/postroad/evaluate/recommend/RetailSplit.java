package org.postroad.evaluate.recommend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postroad.evaluate.OnlineRetail.Purchase;
import org.postroad.recommend.model.PastPurchases;

/**
 * Purchases before a day, and those of the {@value #HORIZON_DAYS} days from it on. Customers with at least {@value
 * #LEAST_PRODUCTS} products and products with at least {@value #LEAST_CUSTOMERS} customers before that day stay, counted once.
 */
final class RetailSplit {

    static final int HORIZON_DAYS = 28;
    private static final int LEAST_PRODUCTS = 5;
    private static final int LEAST_CUSTOMERS = 5;

    private final LocalDate from;
    private final Map<String, Integer> products = new TreeMap<>();
    private final List<Shopper> shoppers = new ArrayList<>();

    private RetailSplit(LocalDate from) {
        this.from = from;
    }

    /** The latest whole {@value #HORIZON_DAYS} days are the future. */
    static RetailSplit latest(List<Purchase> purchases) {
        return before(purchases, 0);
    }

    /** As {@link #latest}, with the future so many horizons earlier, and what comes after it unseen. For tuning. */
    static RetailSplit before(List<Purchase> purchases, int horizons) {
        LocalDate last = purchases.stream()
                .map(purchase -> purchase.at().toLocalDate())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return at(purchases, last.minusDays((horizons + 1L) * HORIZON_DAYS - 1));
    }

    /** The {@value #HORIZON_DAYS} days from that day on are the future. */
    static RetailSplit at(List<Purchase> purchases, LocalDate from) {
        RetailSplit split = new RetailSplit(from);
        LocalDateTime cut = from.atStartOfDay();
        LocalDateTime end = cut.plusDays(HORIZON_DAYS);
        List<Purchase> past =
                purchases.stream().filter(each -> each.at().isBefore(cut)).toList();
        Map<String, List<Purchase>> future = purchases.stream()
                .filter(each -> !each.at().isBefore(cut) && each.at().isBefore(end))
                .collect(groupingBy(Purchase::customer));
        split.number(past);
        past.stream()
                .collect(groupingBy(Purchase::customer, TreeMap::new, toList()))
                .forEach((customer, bought) -> split.add(bought, future.getOrDefault(customer, List.of())));
        return split;
    }

    private void number(List<Purchase> past) {
        Map<String, Long> customers = past.stream()
                .map(each -> List.of(each.product(), each.customer()))
                .distinct()
                .collect(groupingBy(pair -> pair.get(0), TreeMap::new, counting()));
        customers.forEach((product, count) -> {
            if (count >= LEAST_CUSTOMERS) {
                products.put(product, products.size());
            }
        });
    }

    private void add(List<Purchase> past, List<Purchase> future) {
        if (past.stream().map(Purchase::product).distinct().count() < LEAST_PRODUCTS) {
            return;
        }
        PastPurchases history = PastPurchases.of(daysAgo(past));
        Set<Integer> then =
                known(future).map(each -> products.get(each.product())).collect(toCollection(TreeSet::new));
        Set<Integer> again = new HashSet<>(then);
        again.removeIf(product -> !history.contains(product));
        then.removeIf(history::contains);
        shoppers.add(new Shopper(history, then, again));
    }

    /** By product the age of the latest purchase of each day. */
    private TreeMap<Integer, double[]> daysAgo(List<Purchase> past) {
        Map<Integer, Map<LocalDate, Double>> byDay = new TreeMap<>();
        known(past)
                .forEach(each -> byDay.computeIfAbsent(products.get(each.product()), first -> new TreeMap<>())
                        .merge(each.at().toLocalDate(), age(each), Math::min));
        TreeMap<Integer, double[]> ages = new TreeMap<>();
        byDay.forEach((product, days) -> ages.put(
                product, days.values().stream().mapToDouble(Double::doubleValue).toArray()));
        return ages;
    }

    private double age(Purchase purchase) {
        return Duration.between(purchase.at(), from.atStartOfDay()).toSeconds() / 86_400.0;
    }

    private Stream<Purchase> known(List<Purchase> purchases) {
        return purchases.stream().filter(each -> products.containsKey(each.product()));
    }

    /** The first day of the future. */
    LocalDate from() {
        return from;
    }

    /** In the order of customers' ids. */
    List<Shopper> shoppers() {
        return shoppers;
    }

    int products() {
        return products.size();
    }

    @Override
    public String toString() {
        return "online-retail before %s: %,d customers × %,d products, %,d pairs; truth: the %d days from then on"
                .formatted(
                        from,
                        shoppers.size(),
                        products(),
                        shoppers.stream()
                                .mapToInt(each -> each.history().size())
                                .sum(),
                        HORIZON_DAYS);
    }

    /**
     * @param history before the day
     * @param newProducts bought after it for the first time, of the known products
     * @param boughtAgain bought before and after it
     */
    record Shopper(PastPurchases history, Set<Integer> newProducts, Set<Integer> boughtAgain) {}
}
