package org.postroad.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Creates and drops the partitions of tables that are partitioned by month (UTC). A partition is created before the first
 * row that needs it, in a transaction of its own, without blocking readers or writers.
 */
@Component
public class MonthlyPartitions {

    /** The lock under which partitions are created and dropped; "partitio" in ASCII. */
    private static final long LOCK = 0x706172746974696FL;

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_'yyyy_MM");
    private static final String NAMES = Sql.of(MonthlyPartitions.class, "partitions");

    private final DataSource database;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    MonthlyPartitions(DataSource database) {
        this.database = database;
    }

    /** Creates the partition of that moment and the next month's, unless they exist. */
    public void ensure(String table, Instant at) {
        YearMonth month = month(at);
        if (!known.contains(table + SUFFIX.format(month))) {
            create(table, month);
        }
        if (!known.contains(table + SUFFIX.format(month.plusMonths(1)))) {
            create(table, month.plusMonths(1));
        }
    }

    /** Synchronised: a caller may hold a connection already, and many at once could exhaust the pool. */
    private synchronized void create(String table, YearMonth month) {
        String partition = table + SUFFIX.format(month);
        if (known.contains(partition)) {
            return;
        }
        withLock(statement -> {
            if (!exists(statement, partition)) {
                statement.execute("create table " + partition + " (like " + table + " including all)");
                statement.execute("alter table " + table + " attach partition " + partition + " for values from ('"
                        + start(month) + "') to ('" + start(month.plusMonths(1)) + "')");
            }
        });
        known.add(partition);
    }

    /** The partitions of a table that end before or at that moment, oldest first. */
    public List<Partition> endingBefore(String table, Instant moment) {
        List<Partition> old = new ArrayList<>();
        withLock(statement -> {
            for (String name : names(statement, table)) {
                YearMonth month = YearMonth.parse(name.substring(table.length()), SUFFIX);
                Partition partition = new Partition(name, start(month), start(month.plusMonths(1)));
                if (!partition.end().isAfter(moment)) {
                    old.add(partition);
                }
            }
        });
        return old;
    }

    /** Drops a partition with all its rows. */
    public void drop(String table, Partition partition) {
        withLock(statement -> {
            statement.execute(
                    "set local lock_timeout = '5s'"); // better to fail than to make everybody wait behind this
            statement.execute("alter table " + table + " detach partition " + partition.name());
            statement.execute("drop table " + partition.name());
        });
        known.remove(partition.name());
    }

    /**
     * The partition of a month.
     *
     * @param start inclusive
     * @param end exclusive
     */
    public record Partition(String name, Instant start, Instant end) {}

    private interface StatementCallback {
        void with(Statement statement) throws SQLException;
    }

    private void withLock(StatementCallback work) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            work.with(statement);
            connection.commit();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The partitions of a table cannot be read or changed.", e);
        }
    }

    private static boolean exists(Statement statement, String table) throws SQLException {
        try (ResultSet found = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static List<String> names(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(NAMES.formatted(table))) {
            while (found.next()) {
                names.add(found.getString(1));
            }
        }
        return names;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
