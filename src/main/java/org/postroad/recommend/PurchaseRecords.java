package org.postroad.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who bought what when, from the events. Returns are no purchases. */
@Repository
class PurchaseRecords {

    private static final String KNOWN_PRODUCTS = Sql.of(PurchaseRecords.class, "read-known-products");
    private static final String OF_ALL = Sql.of(PurchaseRecords.class, "read-purchases");
    private static final String OF_CUSTOMER = Sql.of(PurchaseRecords.class, "read-customer-purchases");
    private static final int ROWS_AT_A_TIME = 2_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;
    private final TransactionTemplate reading;

    PurchaseRecords(JdbcClient jdbc, DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        JdbcTemplate streaming = new JdbcTemplate(database); // without the time limit of HTTP requests
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.streaming = new NamedParameterJdbcTemplate(streaming);
        this.reading = new TransactionTemplate(transactions); // PostgreSQL streams inside a transaction only
        this.reading.setReadOnly(true);
    }

    /** The ids of the products that at least so many customers bought, those with the most buyers first. */
    List<String> productsSince(Instant since, int leastBuyers, int atMost) {
        return streaming.queryForList(
                KNOWN_PRODUCTS,
                Map.of("since", SqlValues.timestamp(since), "leastBuyers", leastBuyers, "mostProducts", atMost),
                String.class);
    }

    /** Hands over the purchases of each customer, by product id; only one customer's are in memory. */
    void eachCustomerSince(Instant since, Consumer<Map<String, List<Instant>>> reader) {
        reading.executeWithoutResult(transaction -> {
            Map<String, List<Instant>> ofOne = new TreeMap<>();
            String[] current = {""};
            RowCallbackHandler collect = row -> {
                if (!row.getString("customer_id").equals(current[0])) {
                    handOver(ofOne, reader);
                    current[0] = row.getString("customer_id");
                }
                add(ofOne, row.getString("product_id"), SqlValues.instant(row, "bought_at"));
            };
            streaming.query(OF_ALL, Map.of("since", SqlValues.timestamp(since)), collect);
            handOver(ofOne, reader);
        });
    }

    private static void handOver(Map<String, List<Instant>> ofOne, Consumer<Map<String, List<Instant>>> reader) {
        if (!ofOne.isEmpty()) {
            reader.accept(ofOne);
            ofOne.clear();
        }
    }

    /** By product id, the moments of the purchases, one a day. */
    Map<String, List<Instant>> ofCustomer(String customerId, Instant since) {
        Map<String, List<Instant>> purchases = new TreeMap<>();
        RowCallbackHandler collect =
                row -> add(purchases, row.getString("product_id"), SqlValues.instant(row, "bought_at"));
        jdbc.sql(OF_CUSTOMER)
                .param("customer", customerId)
                .param("since", SqlValues.timestamp(since))
                .query(collect);
        return purchases;
    }

    private static void add(Map<String, List<Instant>> purchases, String product, Instant at) {
        purchases.computeIfAbsent(product, first -> new ArrayList<>()).add(at);
    }
}
