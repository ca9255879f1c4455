package org.postroad.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Stores changes of products until customers have been alerted, by the events {@code back_in_stock} and {@code
 * price_dropped}. A row each, deleted once all customers were considered.
 */
@Repository
public class ProductChanges {

    private static final String LOCK_OLDEST = Sql.of(ProductChanges.class, "lock-product-changes");

    private final JdbcTemplate jdbc;
    private final JsonColumns columns;
    private final Clock clock;
    private final WorkSignal workSignal;

    ProductChanges(JdbcTemplate jdbc, JsonColumns columns, Clock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /**
     * A stored change.
     *
     * @param type of the event to tell customers by
     * @param properties of that event
     * @param toldUpTo the last customer who was considered, in the order of their ids; empty if none was
     */
    public record PendingChange(
            long id, String productId, String type, Map<String, Object> properties, Instant at, String toldUpTo) {}

    /** Stores changes in the caller's transaction, so that a change that is rolled back alerts nobody. */
    void add(Collection<ProductChange> changes) {
        jdbc.batchUpdate(
                "insert into product_change (product_id, type, properties, at) values (?, ?, ?::jsonb, ?)",
                changes,
                100,
                (row, change) -> {
                    row.setString(1, change.productId());
                    row.setString(2, change.type());
                    row.setString(3, columns.write(change.properties()));
                    row.setObject(4, SqlValues.timestamp(clock.instant()));
                });
        workSignal.signalAfterCommit(WorkTopic.PRODUCT_CHANGES);
    }

    /** When the oldest was stored; empty if there is none. */
    public Optional<Instant> oldestAt() {
        return Optional.ofNullable(jdbc.queryForObject("select min(at) from product_change", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /**
     * The oldest change and others of which the same customers have been told, so that the remaining customers can be told
     * of all at once. Locks them until the transaction ends and skips those that another node has locked.
     */
    public List<PendingChange> lockOldest(int atMost) {
        return jdbc.query(LOCK_OLDEST, (row, number) -> change(row), atMost);
    }

    /** All customers up to this one have been considered. */
    public void markToldUpTo(String customerId, Collection<PendingChange> changes) {
        jdbc.update("update product_change set told_up_to = ? where id = any(?)", customerId, ids(changes));
    }

    /** All customers have been considered. */
    public void markTold(Collection<PendingChange> changes) {
        jdbc.update("delete from product_change where id = any(?)", (Object) ids(changes));
    }

    private PendingChange change(ResultSet row) throws SQLException {
        return new PendingChange(
                row.getLong("id"),
                row.getString("product_id"),
                row.getString("type"),
                columns.map(row, "properties"),
                SqlValues.instant(row, "at"),
                row.getString("told_up_to"));
    }

    private static Long[] ids(Collection<PendingChange> changes) {
        return changes.stream().map(PendingChange::id).toArray(Long[]::new);
    }
}
