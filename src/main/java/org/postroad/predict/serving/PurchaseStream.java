package org.postroad.predict.serving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postroad.predict.lifetime.CustomerPurchases;
import org.postroad.predict.replenishment.ProductHistories;
import org.postroad.predict.replenishment.RepurchaseHistory;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All purchases up to a day, for learning: streamed from the event log in an order that is always the same. */
@Repository
class PurchaseStream {

    /** Habits of products are learned from this time, see {@link PurchasePast}. */
    static final Duration PRODUCT_PERIOD = Duration.ofDays(730);

    private static final String ORDER_DAYS = Sql.of(PurchaseStream.class, "read-order-days");
    private static final String PRODUCT_DAYS = Sql.of(PurchaseStream.class, "read-product-days");
    private static final int ROWS_AT_A_TIME = 2_000;

    private final NamedParameterJdbcTemplate streaming;
    private final TransactionTemplate reading;

    PurchaseStream(DataSource database, PlatformTransactionManager transactions) {
        JdbcTemplate streaming = new JdbcTemplate(database); // without the time limit of HTTP requests
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.streaming = new NamedParameterJdbcTemplate(streaming);
        this.reading = new TransactionTemplate(transactions); // PostgreSQL streams inside a transaction only
        this.reading.setReadOnly(true);
    }

    /** What is learned from each customer's purchases before a moment; holds one customer's in memory at a time. */
    <T> T learnFromCustomers(Instant before, Function<Stream<CustomerPurchases>, T> learning) {
        return inTransaction(() -> {
            try (Stream<CustomerPurchases> customers = streaming.queryForStream(
                    ORDER_DAYS, Map.of("before", SqlValues.timestamp(before)), (row, number) -> purchases(row))) {
                return learning.apply(customers);
            }
        });
    }

    /**
     * What is learned from how customers bought each product before a moment; holds one product's in memory at a time.
     *
     * @param learning may open the stream several times
     */
    <T> T learnFromProducts(Instant before, Function<Supplier<Stream<ProductHistories>>, T> learning) {
        return inTransaction(() -> learning.apply(() -> products(before)));
    }

    private Stream<ProductHistories> products(Instant before) {
        int today = Days.of(before) - 1;
        Stream<ProductRow> rows = streaming.queryForStream(
                PRODUCT_DAYS,
                Map.of(
                        "since",
                        SqlValues.timestamp(before.minus(PRODUCT_PERIOD)),
                        "before",
                        SqlValues.timestamp(before)),
                (row, number) -> productRow(row, today));
        return ProductRow.grouped(rows);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Optional.ofNullable(reading.execute(transaction -> work.get())).orElseThrow();
    }

    private static CustomerPurchases purchases(ResultSet row) throws SQLException {
        return CustomerPurchases.of(integers(row, "days"), decimals(row, "amounts"));
    }

    private static ProductRow productRow(ResultSet row, int today) throws SQLException {
        int days = row.getInt("consumable_days");
        return new ProductRow(
                row.getString("product_id"),
                Optional.ofNullable(row.getString("category")).orElse(""),
                days > 0 ? OptionalDouble.of(days) : OptionalDouble.empty(),
                RepurchaseHistory.of(integers(row, "days"), decimals(row, "units"), today));
    }

    private static int[] integers(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Integer[]) row.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] decimals(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Double[]) row.getArray(column).getArray())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
