package org.postroad.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many customers were in each segment, by day. */
@Repository
class SegmentSizes {

    private final JdbcClient jdbc;

    SegmentSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run has counted. */
    record Size(String segment, long members, String marks) {}

    /** The sizes of a day, replacing those that were counted earlier on it. */
    void store(LocalDate day, List<Size> sizes) {
        jdbc.sql("delete from segment_size where day = ?").param(day).update();
        jdbc.sql("insert into segment_size (segment, day, members, marks)"
                        + " select s, ?, m::bigint, w from unnest(?::text[], ?::text[], ?::text[]) as one (s, m, w)")
                .params(
                        day,
                        SqlValues.texts(sizes, Size::segment),
                        SqlValues.texts(sizes, size -> Long.toString(size.members())),
                        SqlValues.texts(sizes, Size::marks))
                .update();
    }

    /** By segment the days from then on, oldest first. */
    Map<String, List<SegmentReport.Day>> since(LocalDate from) {
        Map<String, List<SegmentReport.Day>> days = new LinkedHashMap<>();
        jdbc.sql("select segment, day, members from segment_size where day >= ? order by day, segment")
                .param(from)
                .query(row -> {
                    days.computeIfAbsent(row.getString("segment"), segment -> new ArrayList<>())
                            .add(new SegmentReport.Day(row.getObject("day", LocalDate.class), row.getLong("members")));
                });
        return days;
    }

    /** By segment what marked it when it was last counted. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        jdbc.sql("select segment, marks from segment_size where day = (select max(day) from segment_size)")
                .query(row -> {
                    marks.put(row.getString("segment"), row.getString("marks"));
                });
        return marks;
    }
}
