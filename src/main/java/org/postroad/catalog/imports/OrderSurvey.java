package org.postroad.catalog.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Product;

/**
 * What the first reading of a file finds out: where each order ends, so that the second can hand it on as soon as its
 * last line is read, wherever its lines are. One entry an order and one a product is all that is kept.
 */
final class OrderSurvey {

    private final Map<String, Last> lastLines = new HashMap<>();
    private final Map<String, Goods> goods = new LinkedHashMap<>();
    private final Map<String, Long> unusable = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private long lines;
    private long usable;

    void see(OrderLine line) {
        lines++;
        usable++;
        lastLines.merge(line.order(), new Last(line.customer(), line.number()), Last::later);
        goods.merge(line.product(), new Goods(line.name(), line.price()), Goods::completedBy);
    }

    void seeUnusable(String kind, String detail) {
        lines++;
        unusable.merge(kind, 1L, Long::sum);
        examples.putIfAbsent(kind, detail);
    }

    long lines() {
        return lines;
    }

    int orders() {
        return lastLines.size();
    }

    /** The customer whose order it is: the one of its first line. */
    String customerOf(String order) {
        return last(order).customer();
    }

    boolean endsWith(OrderLine line) {
        return last(line.order()).line() == line.number();
    }

    private Last last(String order) {
        Last last = lastLines.get(order);
        if (last == null) {
            throw new IllegalStateException("The file changed while it was read: order " + order + " is new.");
        }
        return last;
    }

    /** Stops before anything is taken if there is nothing to take: most likely a column or a format is wrong. */
    void mustBeUsable() {
        if (usable == 0) {
            String most = unusable.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(each -> " For example: " + examples.get(each.getKey()) + ".")
                    .orElse("");
            throw new ImportRefused("None of the file's " + lines + " lines is an order line." + most);
        }
    }

    /** The products as far as order lines tell. */
    List<Product> products(Optional<String> currency) {
        return goods.entrySet().stream()
                .map(each -> each.getValue().product(each.getKey(), currency.orElse(null)))
                .toList();
    }

    private record Last(String customer, long line) {
        Last later(Last other) {
            return new Last(customer, other.line);
        }
    }

    private record Goods(String name, BigDecimal price) {

        /** The first name that is not empty, and the latest price that is not nothing. */
        Goods completedBy(Goods later) {
            return new Goods(name.isEmpty() ? later.name : name, later.price.signum() > 0 ? later.price : price);
        }

        Product product(String id, @Nullable String currency) {
            return new Product(
                    id,
                    name.isEmpty() ? id : name,
                    null,
                    null,
                    price.signum() > 0 ? price : null,
                    currency,
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    Map.of());
        }
    }
}
