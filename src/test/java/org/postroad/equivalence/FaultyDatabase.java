package org.postroad.equivalence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets statements fail as a real database does: by a conflict that PostgreSQL itself raises, which ends the transaction, or
 * by a connection that breaks before a statement, after it, or after a commit whose answer is lost.
 */
final class FaultyDatabase {

    private static final Set<String> EXECUTIONS =
            Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");

    private final JdbcTemplate admin;
    private @Nullable SplittableRandom random;
    private int oneIn;
    private int caused;

    /** @param admin with connections of its own */
    FaultyDatabase(DataSource admin) {
        this.admin = new JdbcTemplate(admin);
    }

    /** From now on about one of so many statements and commits fails. */
    synchronized void failOneIn(int statements, long seed) {
        random = new SplittableRandom(seed);
        oneIn = statements;
    }

    synchronized void heal() {
        random = null;
    }

    /**
     * Without faults: a mail whose attempt could not be recorded stays of unknown fate on purpose, so it would differ.
     *
     * @see org.postroad.guarantee
     */
    <T> T resting(Supplier<T> work) {
        SplittableRandom before = swap(null);
        try {
            return work.get();
        } finally {
            swap(before);
        }
    }

    private synchronized @Nullable SplittableRandom swap(@Nullable SplittableRandom other) {
        SplittableRandom before = random;
        random = other;
        return before;
    }

    synchronized boolean isHealthy() {
        return random == null;
    }

    /** How many faults there were, from the beginning. */
    synchronized int caused() {
        return caused;
    }

    private enum Fault {
        NONE,
        CONFLICT,
        BREAKS_BEFORE,
        BREAKS_AFTER
    }

    private synchronized Fault next() {
        if (random == null || random.nextInt(oneIn) > 0) {
            return Fault.NONE;
        }
        caused++;
        return Fault.values()[random.nextInt(1, Fault.values().length)];
    }

    DataSource around(DataSource pool) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(pool, method, arguments);
            return result instanceof Connection connection ? around(connection) : result;
        });
    }

    private Connection around(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                return execute(connection, () -> call(connection, method, arguments));
            }
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return around(connection, PreparedStatement.class, statement);
            }
            return result instanceof Statement statement ? around(connection, Statement.class, statement) : result;
        });
    }

    private <T extends Statement> T around(Connection connection, Class<T> type, T statement) {
        return proxy(
                type,
                (method, arguments) -> EXECUTIONS.contains(method.getName())
                        ? execute(connection, () -> call(statement, method, arguments))
                        : call(statement, method, arguments));
    }

    private @Nullable Object execute(Connection connection, Execution execution) throws Throwable {
        switch (next()) {
            case CONFLICT -> raiseConflict(connection);
            case BREAKS_BEFORE -> breakOff(connection);
            case BREAKS_AFTER -> {
                execution.run();
                breakOff(connection);
            }
            case NONE -> {
                return execution.run();
            }
        }
        throw new IllegalStateException("The fault did not show");
    }

    private static void raiseConflict(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("do $$ begin raise exception 'injected' using errcode = '40001'; end $$");
        }
    }

    /** Waits for the server's end of it, whose locks would otherwise keep others away for another moment. */
    private void breakOff(Connection connection) throws SQLException {
        int backend = connection.unwrap(PGConnection.class).getBackendPID();
        admin.queryForObject("select pg_terminate_backend(?, 5000)", Boolean.class, backend);
        connection.abort(Runnable::run);
        throw new SQLException("The connection broke off (injected)", "08006");
    }

    @FunctionalInterface
    private interface Execution {
        @Nullable
        Object run() throws Throwable;
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call.of(method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
