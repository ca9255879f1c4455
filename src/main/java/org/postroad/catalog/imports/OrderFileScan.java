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
final class OrderFileScan {

    private final Map<String, LastLine> lastLines = new HashMap<>();
    private final Map<String, ScannedProduct> goods = new LinkedHashMap<>();
    private final Map<String, Long> unusable = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private long lines;
    private long usable;

    void add(OrderLine line) {
        lines++;
        usable++;
        lastLines.merge(line.order(), new LastLine(line.customer(), line.number()), LastLine::later);
        goods.merge(line.product(), new ScannedProduct(line.name(), line.price()), ScannedProduct::completedBy);
    }

    void addUnusable(String kind, String detail) {
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

    private LastLine last(String order) {
        LastLine lastLine = lastLines.get(order);
        if (lastLine == null) {
            throw new IllegalStateException("The file changed while it was read: order " + order + " is new.");
        }
        return lastLine;
    }

    /** Stops before anything is taken if there is nothing to take: most likely a column or a format is wrong. */
    void requireUsableLines() {
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

    private record LastLine(String customer, long line) {
        LastLine later(LastLine other) {
            return new LastLine(customer, other.line);
        }
    }

    private record ScannedProduct(String name, BigDecimal price) {

        /** The first name that is not empty, and the latest price that is not nothing. */
        ScannedProduct completedBy(ScannedProduct later) {
            return new ScannedProduct(
                    name.isEmpty() ? later.name : name, later.price.signum() > 0 ? later.price : price);
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
