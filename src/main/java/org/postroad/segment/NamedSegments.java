package org.postroad.segment;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.postroad.sql.AfterCommit;
import org.postroad.sql.RenewedCopy;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The segments that people define. From memory: a change on another node counts within a second. */
@Repository
class NamedSegments {

    private static final String REVISION =
            "select coalesce(md5(string_agg(name || ' ' || expression, ' ' order by name)), '') from segment";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong ownChanges = new AtomicLong();
    private final RenewedCopy<Map<String, NamedSegment>> known =
            new RenewedCopy<>(ownChanges::get, this::revision, this::read, System::nanoTime);

    NamedSegments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<NamedSegment> find(String name) {
        return Optional.ofNullable(known.get().get(name));
    }

    /** By name, in order. */
    Map<String, NamedSegment> all() {
        return known.get();
    }

    /** Creates or changes a segment; its size is counted at the next run, which is due now. */
    @Transactional
    NamedSegment put(String name, String expression) {
        NamedSegment segment = new NamedSegment(name, expression, clock.instant());
        jdbc.sql(
                        "insert into segment (name, expression, changed_at) values (?, ?, ?)"
                                + " on conflict (name) do update set expression = excluded.expression, changed_at = excluded.changed_at")
                .params(name, expression, SqlValues.timestamp(segment.changedAt()))
                .update();
        jdbc.sql("update segment_fit set due_at = least(due_at, ?)")
                .param(SqlValues.timestamp(segment.changedAt()))
                .update();
        AfterCommit.run(ownChanges::incrementAndGet);
        return segment;
    }

    /** Deletes a segment with its members and its past sizes. */
    @Transactional
    boolean delete(String name) {
        jdbc.sql("delete from segment_member where segment in (?, ?)")
                .params(name, SegmentNames.like(name))
                .update();
        jdbc.sql("delete from segment_size where segment in (?, ?)")
                .params(name, SegmentNames.like(name))
                .update();
        boolean deleted =
                jdbc.sql("delete from segment where name = ?").param(name).update() > 0;
        AfterCommit.run(ownChanges::incrementAndGet);
        return deleted;
    }

    void expire() {
        known.expire();
    }

    private String revision() {
        return jdbc.sql(REVISION).query(String.class).single();
    }

    private Map<String, NamedSegment> read() {
        Map<String, NamedSegment> segments = new LinkedHashMap<>();
        jdbc.sql("select name, expression, changed_at from segment order by name")
                .query(row -> {
                    segments.put(
                            row.getString("name"),
                            new NamedSegment(
                                    row.getString("name"),
                                    row.getString("expression"),
                                    SqlValues.instant(row, "changed_at")));
                });
        return segments;
    }
}
