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
 * The result of reading a file for the first time: the last line of each order, so that the second reading can hand over
 * the order there, wherever its lines are. Keeps one entry per order and one per product.
 */
final class OrderFileScan {

    private final Map<String, LastLine> lastLines = new HashMap<>();
    private final Map<String, ScannedProduct> products = new LinkedHashMap<>();
    private final Map<String, Long> unusable = new HashMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private long lines;
    private long usable;

    void add(OrderLine line) {
        lines++;
        usable++;
        lastLines.merge(line.order(), new LastLine(line.customer(), line.number()), LastLine::later);
        products.merge(line.product(), new ScannedProduct(line.name(), line.price()), ScannedProduct::completedBy);
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

    /** The customer of the order's first line. */
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

    /** @throws ImportRefused if no line can be used: most likely a column or a format is wrong */
    void requireUsableLines() {
        if (usable == 0) {
            String example = unusable.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(each -> " For example: " + examples.get(each.getKey()) + ".")
                    .orElse("");
            throw new ImportRefused("None of the file's " + lines + " lines is an order line." + example);
        }
    }

    /** The products of the lines; order lines know only their names and prices. */
    List<Product> products(Optional<String> currency) {
        return products.entrySet().stream()
                .map(each -> each.getValue().product(each.getKey(), currency.orElse(null)))
                .toList();
    }

    private record LastLine(String customer, long line) {
        LastLine later(LastLine other) {
            return new LastLine(customer, other.line);
        }
    }

    private record ScannedProduct(String name, BigDecimal price) {

        /** The first name that is not empty, and the latest price above zero. */
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
