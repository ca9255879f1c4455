package org.postroad.evaluate.recommend;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.postroad.evaluate.EvaluationData;

/** The purchases of the online-retail data: what a known customer bought, not cancelled, of products and not of postage and the like. */
final class OnlineRetail {

    static final String FILE = "online-retail-to-2011-09-30.csv.gz";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern PRODUCT_CODE = Pattern.compile("\\d{5}.*");

    private OnlineRetail() {}

    /** @throws org.postroad.evaluate.MissingData if there is no such file */
    static List<Purchase> purchases(EvaluationData data) {
        Map<String, String> known = new HashMap<>();
        return data.csv(FILE).stream()
                .filter(OnlineRetail::isPurchase)
                .map(row -> new Purchase(
                        shared(row.get("CustomerID"), known),
                        shared(row.get("StockCode"), known),
                        LocalDateTime.parse(row.get("InvoiceDate"), TIME)))
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

    record Purchase(String customer, String product, LocalDateTime at) {}
}
