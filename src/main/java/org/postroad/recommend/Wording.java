package org.postroad.recommend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.postroad.catalog.Product;
import org.postroad.recommend.model.Because;
import org.postroad.recommend.model.ProductDemand;

/** Says why a product is recommended, so that a mail can print it and the customer can check it. English, without a full stop. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int MOST_NAMED = 2;

    private Wording() {}

    /** @param known the products that have a name */
    static String bought(List<String> productIds, Map<String, Product> known) {
        List<String> names = names(productIds, known);
        return names.isEmpty() ? "it goes with what you bought" : "you bought " + String.join(" and ", names);
    }

    /** @param known the products that have a name */
    static String boughtTogether(List<String> productIds, Map<String, Product> known) {
        List<String> names = names(productIds, known);
        return "it is often bought with " + (names.isEmpty() ? "these" : String.join(" and ", names));
    }

    private static List<String> names(List<String> productIds, Map<String, Product> known) {
        return productIds.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Product::name)
                .limit(MOST_NAMED)
                .toList();
    }

    static String boughtBefore(Because.BoughtBefore because, Instant last, ZoneId zone) {
        String day = DAY.format(LocalDate.ofInstant(last, zone));
        return because.times() == 1
                ? "you bought it on " + day
                : "you bought it %d times, last on %s".formatted(because.times(), day);
    }

    static String boughtByOthers(Because.BoughtByOthers because) {
        int customers = because.recentBuyers();
        return "%s bought it in the last %d days"
                .formatted(customers == 1 ? "one customer" : customers + " customers", ProductDemand.RECENT_DAYS);
    }

    static String interest(Product product) {
        return product.category() == null
                ? "it is about what you are interested in"
                : "you are interested in " + product.category();
    }
}
