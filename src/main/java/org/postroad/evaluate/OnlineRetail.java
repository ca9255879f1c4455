package org.postroad.evaluate;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** The purchases of the online-retail data: what a known customer bought, not cancelled, of products and not of postage and the like. */
public final class OnlineRetail {

    public static final String FILE = "online-retail-to-2011-09-30.csv.gz";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern PRODUCT_CODE = Pattern.compile("\\d{5}.*");

    private OnlineRetail() {}

    /** @throws MissingData if there is no such file */
    public static List<Purchase> purchases(EvaluationData data) {
        Map<String, String> known = new HashMap<>();
        return data.csv(FILE).stream()
                .filter(OnlineRetail::isPurchase)
                .map(row -> new Purchase(
                        shared(row.get("CustomerID"), known),
                        shared(row.get("StockCode"), known),
                        LocalDateTime.parse(row.get("InvoiceDate"), TIME),
                        shared(row.get("InvoiceNo"), known),
                        Double.parseDouble(row.get("Quantity")) * Double.parseDouble(row.get("UnitPrice"))))
                .toList();
    }

    /** One instance of each text; there are far fewer than rows. */
    private static String shared(String text, Map<String, String> known) {
        return known.computeIfAbsent(text, first -> first);
    }

    private static boolean isPurchase(CSVRecord row) {
        return !row.get("CustomerID").isEmpty()
                && !row.get("InvoiceNo").startsWith("C")
                && Double.parseDouble(row.get("Quantity")) > 0
                && Double.parseDouble(row.get("UnitPrice")) > 0
                && PRODUCT_CODE.matcher(row.get("StockCode")).matches();
    }

    /**
     * A line of an order.
     *
     * @param amount quantity times price, in pounds
     */
    public record Purchase(String customer, String product, LocalDateTime at, String order, double amount) {}
}
