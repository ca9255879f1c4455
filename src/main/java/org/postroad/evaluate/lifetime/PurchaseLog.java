package org.postroad.evaluate.lifetime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.postroad.evaluate.EvaluationData;
import org.postroad.predict.lifetime.CustomerPurchases;

/**
 * The purchases of the customers in a file, in the order of the file.
 *
 * @param firstDay of all purchases, in days since 1970
 */
record PurchaseLog(List<CustomerPurchases> customers, int firstDay) {

    /** CDNOW: with amounts. */
    static PurchaseLog cdnow(EvaluationData data) {
        return of(data.csv("cdnow-sample.csv"), "customer_id", "amount");
    }

    /** The online grocer: without amounts. */
    static PurchaseLog grocery(EvaluationData data) {
        return of(data.csv("grocery-elog.csv"), "cust", "");
    }

    private static PurchaseLog of(List<CSVRecord> rows, String customer, String amount) {
        Map<String, List<CSVRecord>> byCustomer = new LinkedHashMap<>();
        rows.forEach(row -> byCustomer
                .computeIfAbsent(row.get(customer), id -> new ArrayList<>())
                .add(row));
        List<CustomerPurchases> customers = byCustomer.values().stream()
                .map(purchases -> CustomerPurchases.of(
                        purchases.stream().mapToInt(PurchaseLog::day).toArray(),
                        purchases.stream()
                                .mapToDouble(row -> amount.isEmpty() ? 0 : Double.parseDouble(row.get(amount)))
                                .toArray()))
                .toList();
        return new PurchaseLog(
                customers,
                customers.stream().mapToInt(CustomerPurchases::firstDay).min().orElse(0));
    }

    private static int day(CSVRecord row) {
        return (int) LocalDate.parse(row.get("date")).toEpochDay();
    }
}
