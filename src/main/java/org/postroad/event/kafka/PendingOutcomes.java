package org.postroad.event.kafka;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.postroad.sql.CachedQuery;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The outcomes that nobody outside has heard of yet. */
@Repository
@ConditionalOnKafka
class PendingOutcomes {

    /** Names the lock that lets one node at a time tell: two would overtake each other. */
    static final long TELLING = 0x6f7574636f6d6573L;

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
     * Hands the first of them over, in the order in which they were made, and forgets them once that has worked. If it
     * throws, they stay.
     *
     * @return how many; none if another node is at it
     */
    int drainTo(int atMost, Consumer<List<PendingOutcome>> receiver) {
        return Objects.requireNonNull(
                transaction.execute(status -> tryLock() ? drainNextTo(atMost, receiver) : Integer.valueOf(0)));
    }

    private boolean tryLock() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, TELLING));
    }

    private int drainNextTo(int atMost, Consumer<List<PendingOutcome>> receiver) {
        List<Long> seqs = new ArrayList<>();
        List<PendingOutcome> outcomes = new ArrayList<>();
        jdbc.query(
                NEXT,
                row -> {
                    seqs.add(row.getLong("seq"));
                    if (row.getString("id") != null) { // else the event was dropped for its age
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
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("properties"));
    }

    /** How many waited a moment ago; empty while the database does not answer. */
    Optional<Long> size() {
        return size.get();
    }
}
