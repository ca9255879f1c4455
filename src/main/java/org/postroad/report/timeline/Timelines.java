package org.postroad.report.timeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.report.timeline.TimelineEntry.TimelineEntryKind;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the timelines of customers, page by page. */
@Component
public class Timelines {

    private static final String ENTRIES = Sql.of(Timelines.class, "entries");

    private final JdbcClient jdbc;
    private final JsonColumns json;
    private final TimelineWording wording;

    Timelines(JdbcClient jdbc, JsonColumns json, TimelineWording wording) {
        this.jdbc = jdbc;
        this.json = json;
        this.wording = wording;
    }

    /**
     * A page of all entries, newest first.
     *
     * @param before an instant, or the {@link Timeline#next()} of the previous page; null for the newest page
     * @param limit how many entries at most
     * @return empty if there is no such customer
     * @throws IllegalArgumentException if {@code before} is neither, with a message for the caller
     */
    public Optional<Timeline> of(String customerId, @Nullable String before, int limit) {
        return page(customerId, before, limit, false);
    }

    /** As {@link #of}, without Postroad's own events that repeat an entry of an enrolment or a message. */
    public Optional<Timeline> condensed(String customerId, @Nullable String before, int limit) {
        return page(customerId, before, limit, true);
    }

    private Optional<Timeline> page(String customerId, @Nullable String before, int limit, boolean condensed) {
        Cursor cursor = before == null ? Cursor.START : Cursor.parse(before);
        return known(customerId) ? Optional.of(page(customerId, cursor, limit, condensed)) : Optional.empty();
    }

    private boolean known(String customerId) {
        return jdbc.sql("select exists (select from customer where id = ?)")
                .param(customerId)
                .query(Boolean.class)
                .single();
    }

    private Timeline page(String customerId, Cursor cursor, int limit, boolean condensed) {
        List<Row> found = jdbc.sql(ENTRIES)
                .param("customer", customerId)
                .param("at", SqlValues.timestamp(cursor.at()))
                .param("rank", cursor.rank())
                .param("ref", cursor.ref())
                .param("condensed", condensed)
                .param("limit", limit + 1)
                .query(this::row)
                .list();
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? shown.get(limit - 1).cursor.toString() : null;
        return new Timeline(
                customerId,
                "newest first",
                wording.entries(customerId, shown.stream().map(Row::entry).toList()),
                next);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Instant at = SqlValues.instant(row, "at");
        return new Row(
                new Cursor(at, row.getInt("rank"), row.getString("ref")),
                new RawEntry(at, TimelineEntryKind.of(row.getString("kind")), json.map(row, "detail")));
    }

    private record Row(Cursor cursor, RawEntry entry) {}

    /** An entry without its sentence. */
    record RawEntry(Instant at, TimelineEntryKind kind, Map<String, Object> detail) {

        String text(String name) {
            return String.valueOf(detail.getOrDefault(name, ""));
        }
    }
}
