package org.postroad.event.kafka;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.postroad.sql.CachedQuery;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the events that are to be published. */
@Repository
@ConditionalOnKafka
class PendingOutcomes {

    /** The lock under which one node at a time publishes, so that events stay in order; "outcomes" in ASCII. */
    static final long LOCK = 0x6f7574636f6d6573L;

    private static final String NEXT = Sql.of(PendingOutcomes.class, "next-outcomes");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final CachedQuery<Optional<Long>> size;

    PendingOutcomes(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.size = new CachedQuery<>(
                () -> Optional.ofNullable(jdbc.queryForObject("select count(*) from outcome", Long.class)),
                Optional.empty());
    }

    /**
     * Hands over the first ones, in the order in which they were stored, and deletes them if the receiver does not throw.
     *
     * @return how many; 0 while another node publishes
     */
    int drainTo(int atMost, Consumer<List<PendingOutcome>> receiver) {
        return Objects.requireNonNull(
                transaction.execute(status -> tryLock() ? drainNextTo(atMost, receiver) : Integer.valueOf(0)));
    }

    private boolean tryLock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int drainNextTo(int atMost, Consumer<List<PendingOutcome>> receiver) {
        List<Long> seqs = new ArrayList<>();
        List<PendingOutcome> outcomes = new ArrayList<>();
        jdbc.query(
                NEXT,
                row -> {
                    seqs.add(row.getLong("seq"));
                    if (row.getString("id") != null) { // else the event was dropped by retention
                        outcomes.add(outcome(row));
                    }
                },
                atMost);
        if (!outcomes.isEmpty()) {
            receiver.accept(outcomes);
        }
        jdbc.update("delete from outcome where seq = any(?)", (Object) seqs.toArray(Long[]::new));
        return seqs.size();
    }

    private static PendingOutcome outcome(ResultSet row) throws SQLException {
        return new PendingOutcome(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("type"),
                SqlValues.instant(row, "occurred_at"),
                row.getString("properties"));
    }

    /** How many wait, up to two seconds old; empty while the database does not answer. */
    Optional<Long> size() {
        return size.get();
    }
}
