package org.postroad.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts parameters and columns: an {@link Instant} is a {@code timestamptz}, for which the driver uses {@link
 * OffsetDateTime}; a collection is an array, for {@code any (?)} and {@code unnest (?)}.
 */
public final class SqlValues {

    private SqlValues() {}

    /** The parameter for a {@code timestamptz}, in UTC. */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #timestamp}; null stays null. */
    public static @Nullable OffsetDateTime timestampOrNull(@Nullable Instant instant) {
        return instant == null ? null : timestamp(instant);
    }

    /** A {@code timestamptz} column that is not null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A {@code timestamptz} column; empty if it is null. */
    public static Optional<Instant> instantIfAny(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A {@code text[]} parameter. */
    public static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    /** A {@code text[]} parameter with one text of each element, in order; texts may be null. */
    public static <T> @Nullable String[] texts(Collection<T> elements, Function<? super T, @Nullable String> text) {
        return elements.stream().map(text).toArray(String[]::new);
    }

    /** A {@code text[]} column without nulls; not itself null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
