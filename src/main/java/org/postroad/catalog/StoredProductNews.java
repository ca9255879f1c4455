package org.postroad.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.time.WorkSignal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** News of products in PostgreSQL: a row for each change, gone once it is told. */
@Repository
class StoredProductNews implements ProductChanges {

    private static final String TAKE = Sql.of(StoredProductNews.class, "take-product-changes");

    private final JdbcTemplate jdbc;
    private final JsonColumns columns;
    private final Clock clock;
    private final WorkSignal workSignal;

    StoredProductNews(JdbcTemplate jdbc, JsonColumns columns, Clock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /** In the caller's transaction, so that a change that is taken back is not told. */
    void add(Collection<ProductChange> changes) {
        jdbc.batchUpdate(
                "insert into product_change (product_id, type, properties, at) values (?, ?, ?::jsonb, ?)",
                changes,
                100,
                (row, change) -> {
                    row.setString(1, change.productId());
                    row.setString(2, change.type());
                    row.setString(3, columns.write(change.properties()));
                    row.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                });
        workSignal.signalAfterCommit();
    }

    @Override
    public Optional<Instant> oldestAt() {
        return Optional.ofNullable(jdbc.queryForObject("select min(at) from product_change", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public List<PendingChange> lockOldest(int atMost) {
        return jdbc.query(TAKE, (row, number) -> item(row), atMost);
    }

    @Override
    public void markToldUpTo(String customerId, Collection<PendingChange> items) {
        jdbc.update("update product_change set told_up_to = ? where id = any(?)", customerId, ids(items));
    }

    @Override
    public void markTold(Collection<PendingChange> items) {
        jdbc.update("delete from product_change where id = any(?)", (Object) ids(items));
    }

    private PendingChange item(ResultSet row) throws SQLException {
        return new PendingChange(
                row.getLong("id"),
                row.getString("product_id"),
                row.getString("type"),
                columns.map(row, "properties"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("told_up_to"));
    }

    private static Long[] ids(Collection<PendingChange> items) {
        return items.stream().map(PendingChange::id).toArray(Long[]::new);
    }
}
