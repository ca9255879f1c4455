package org.postroad;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what an application asks its database: each execution of a statement, a JDBC batch as one, with the borrowed
 * connection it ran on. {@code @Import(CountingDataSource.Installed.class)} puts one around the application's own, to be
 * injected as {@link Statements}.
 */
public final class CountingDataSource extends DelegatingDataSource {

    private final Statements statements;

    public CountingDataSource(DataSource target, Statements statements) {
        super(target);
        this.statements = statements;
    }

    /** Wraps the data source of the application. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Installed {

        @Bean
        static Statements statements() {
            return new Statements();
        }

        @Bean
        static BeanPostProcessor countingDataSource(Statements statements) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource && !(bean instanceof CountingDataSource)
                            ? new CountingDataSource(dataSource, statements)
                            : bean;
                }
            };
        }
    }

    /** What was executed since the last {@link #clear}. */
    public static final class Statements {

        private static final String REVISION = "md5(";

        private final List<Executed> executed = new ArrayList<>();
        private final AtomicLong borrowed = new AtomicLong();

        /**
         * An execution.
         *
         * @param connection the number of the borrowing of a connection: a transaction has one
         */
        public record Executed(long connection, String thread, String sql) {}

        public synchronized void clear() {
            executed.clear();
            borrowed.set(0);
        }

        public synchronized List<Executed> all() {
            return List.copyOf(executed);
        }

        /** How often a connection was borrowed. */
        public long borrowed() {
            return borrowed.get();
        }

        /**
         * Everything that ran on the connection on which a statement with this text ran, except what a node asks once a second,
         * whoever is the first then: the revisions of its copies.
         */
        public synchronized List<String> besides(String text) {
            long connection = executed.stream()
                    .filter(one -> one.sql().contains(text))
                    .mapToLong(Executed::connection)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Nothing with \"" + text + "\" was executed."));
            return executed.stream()
                    .filter(one -> one.connection() == connection)
                    .map(Executed::sql)
                    .filter(sql -> !sql.contains(REVISION))
                    .toList();
        }

        /** What threads with this beginning of a name executed. */
        public synchronized List<String> ofThreads(String name) {
            return executed.stream()
                    .filter(one -> one.thread().startsWith(name))
                    .map(Executed::sql)
                    .toList();
        }

        private synchronized void add(long connection, String sql) {
            executed.add(new Executed(
                    connection,
                    Thread.currentThread().getName(),
                    sql.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").strip()));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return counted(super.getConnection(user, password));
    }

    private Connection counted(Connection connection) {
        long number = statements.borrowed.incrementAndGet();
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : "";
            return switch (method.getName()) {
                case "prepareStatement", "prepareCall" -> counted(PreparedStatement.class, result, number, sql);
                case "createStatement" -> counted(Statement.class, result, number, sql);
                default -> result;
            };
        });
    }

    private Object counted(
            Class<? extends Statement> type, @Nullable Object statement, long connection, String prepared) {
        return proxy(type, statement, (method, arguments, result) -> {
            if (method.getName().startsWith("execute")) {
                statements.add(
                        connection,
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                                ? sql
                                : prepared);
            }
            return result;
        });
    }

    private interface After {
        @Nullable
        Object call(Method method, Object @Nullable [] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, @Nullable Object target, After after) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            try {
                return after.call(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(CountingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
