package org.postroad.report.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timelines of the customers; any number of entries is read page by page. */
@Component
public class Timelines {

    private static final String ENTRIES = Sql.of(Timelines.class, "entries");
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final TimelineWording wording;

    Timelines(JdbcClient jdbc, ObjectMapper json, TimelineWording wording) {
        this.jdbc = jdbc;
        this.json = json;
        this.wording = wording;
    }

    /**
     * A page of everything, newest first.
     *
     * @param before a moment, or the {@link Timeline#next()} of the page before; null for the newest page
     * @param limit how many entries at most
     * @return empty if nobody has this id
     * @throws IllegalArgumentException if {@code before} is neither, with a sentence for the caller
     */
    public Optional<Timeline> of(String customerId, @Nullable String before, int limit) {
        return page(customerId, before, limit, false);
    }

    /** As {@link #of}, without Postroad's own events where a walk's or a mail's entry tells the same. */
    public Optional<Timeline> condensed(String customerId, @Nullable String before, int limit) {
        return page(customerId, before, limit, true);
    }

    private Optional<Timeline> page(String customerId, @Nullable String before, int limit, boolean brief) {
        Cursor cursor = before == null ? Cursor.START : Cursor.parse(before);
        return known(customerId) ? Optional.of(page(customerId, cursor, limit, brief)) : Optional.empty();
    }

    private boolean known(String customerId) {
        return jdbc.sql("select exists (select from customer where id = ?)")
                .param(customerId)
                .query(Boolean.class)
                .single();
    }

    private Timeline page(String customerId, Cursor cursor, int limit, boolean brief) {
        List<Row> found = jdbc.sql(ENTRIES)
                .param("customer", customerId)
                .param("at", cursor.at().atOffset(ZoneOffset.UTC))
                .param("rank", cursor.rank())
                .param("ref", cursor.ref())
                .param("brief", brief)
                .param("limit", limit + 1)
                .query(this::row)
                .list();
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? shown.get(limit - 1).cursor.toString() : null;
        return new Timeline(
                customerId,
                "newest first",
                wording.entries(customerId, shown.stream().map(Row::fact).toList()),
                next);
    }

    private Row row(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        return new Row(
                new Cursor(at, row.getInt("rank"), row.getString("ref")),
                new RawEntry(
                        at,
                        TimelineEntry.TimelineEntryKind.of(row.getString("kind")),
                        detail(row.getString("detail"))));
    }

    private Map<String, Object> detail(String text) {
        try {
            return json.readValue(text, DETAIL);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A detail of the timeline is not JSON", e);
        }
    }

    private record Row(Cursor cursor, RawEntry fact) {}

    /** An entry that has no sentence yet. */
    record RawEntry(Instant at, TimelineEntry.TimelineEntryKind kind, Map<String, Object> detail) {

        String text(String name) {
            return String.valueOf(detail.getOrDefault(name, ""));
        }
    }
}
