package org.postroad.segment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.RenewedCopy;
import org.postroad.sql.SqlValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest {@link SegmentFit}, which all nodes share, and when the next is due. */
@Repository
class SegmentFits {

    /** After this another node takes over a run that has not ended. */
    private static final Duration LONGEST_RUN = Duration.ofHours(2);

    private static final Logger log = LoggerFactory.getLogger(SegmentFits.class);

    private final JdbcClient jdbc;
    private final JsonColumns json;
    private final Clock clock;
    private final AtomicLong ownChanges = new AtomicLong();
    private final RenewedCopy<Optional<SegmentFit>> known =
            new RenewedCopy<>(ownChanges::get, this::revision, this::read, System::nanoTime);

    SegmentFits(JdbcClient jdbc, JsonColumns json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Empty before the first run. */
    Optional<SegmentFit> latest() {
        return known.get();
    }

    /** When it was learned. */
    Optional<Instant> fittedAt() {
        return jdbc.sql("select fitted_at from segment_fit where fitted_at is not null")
                .query((row, number) -> SqlValues.instant(row, "fitted_at"))
                .optional();
    }

    /** When the next run is due. */
    Optional<Instant> dueAt() {
        return jdbc.sql("select greatest(due_at, 'epoch') as due_at from segment_fit")
                .query((row, number) -> SqlValues.instant(row, "due_at"))
                .optional();
    }

    /** Takes the run that is due; false if none is, or another node has taken it. */
    boolean claim() {
        return jdbc.sql("update segment_fit set due_at = ? where due_at <= ?")
                        .params(
                                SqlValues.timestamp(clock.instant().plus(LONGEST_RUN)),
                                SqlValues.timestamp(clock.instant()))
                        .update()
                > 0;
    }

    /** Replaces the fit. */
    void store(SegmentFit fit) {
        jdbc.sql("update segment_fit set fit = ?::jsonb, fitted_at = ?")
                .params(json.write(fit), SqlValues.timestamp(clock.instant()))
                .update();
        ownChanges.incrementAndGet();
    }

    /** Sets when the next run is due; a segment that was changed after the run began makes it due at once. */
    void due(Instant began, Instant next) {
        jdbc.sql(
                        "update segment_fit set due_at = case when exists (select from segment where changed_at > ?) then ? else ? end")
                .params(SqlValues.timestamp(began), SqlValues.timestamp(began), SqlValues.timestamp(next))
                .update();
    }

    /** As if nothing had ever been learned; a run is due. */
    void reset() {
        jdbc.sql(
                        "insert into segment_fit (due_at) values ('-infinity')"
                                + " on conflict (only_row) do update set fit = null, fitted_at = null, due_at = excluded.due_at")
                .update();
        ownChanges.incrementAndGet();
    }

    void expire() {
        known.expire();
    }

    private String revision() {
        return jdbc.sql("select coalesce(max(md5(fit::text)), '') from segment_fit")
                .query(String.class)
                .single();
    }

    private Optional<SegmentFit> read() {
        return jdbc.sql("select fit::text from segment_fit where fit is not null")
                .query(String.class)
                .optional()
                .map(this::parsed);
    }

    private @Nullable SegmentFit parsed(String text) {
        try {
            return json.read(text, SegmentFit.class);
        } catch (IllegalStateException e) {
            log.warn("The stored segments cannot be read; the next run learns them afresh, with new labels", e);
            return null;
        }
    }
}
