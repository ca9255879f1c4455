package org.postroad.rehearse.sample;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postroad.local.LocalDatabase;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.StringUtils;

/**
 * The installation's database as it was at one moment: one connection with one transaction that only reads (isolation
 * repeatable read), so a running server is neither written to nor held up. Which database that is, the settings of the
 * machine say, as they do for the server.
 */
public final class InstallationSnapshot implements AutoCloseable {

    private final @Nullable LocalDatabase local;
    private final Connection connection;

    private InstallationSnapshot(@Nullable LocalDatabase local, Connection connection) {
        this.local = local;
        this.connection = connection;
    }

    /** @throws IllegalArgumentException with a sentence, if there is no installation or its database does not answer */
    public static InstallationSnapshot open() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        ConfigDataEnvironmentPostProcessor.applyTo(
                environment); // not the rehearsal's, which names a database of its own
        Binder settings = Binder.get(environment);
        Optional<String> url = setting(settings, "spring.datasource.url");
        if (url.isPresent()) {
            return new InstallationSnapshot(
                    null,
                    connect(
                            url.get(),
                            setting(settings, "spring.datasource.username").orElse(""),
                            setting(settings, "spring.datasource.password").orElse("")));
        }
        return ofHome(Path.of(setting(settings, "postroad.home").orElse(".postroad")));
    }

    private static InstallationSnapshot ofHome(Path home) {
        LocalDatabase local = LocalDatabase.open(home);
        JdbcConnectionDetails details = local.details();
        try {
            return new InstallationSnapshot(
                    local,
                    connect(
                            details.getJdbcUrl(),
                            String.valueOf(details.getUsername()),
                            String.valueOf(details.getPassword())));
        } catch (RuntimeException e) {
            local.close();
            throw e;
        }
    }

    private static Optional<String> setting(Binder settings, String name) {
        return settings.bind(name, String.class)
                .map(Optional::of)
                .orElse(Optional.empty())
                .filter(StringUtils::hasText);
    }

    private static Connection connect(String url, String user, String password) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "postroad-sample");
        properties.setProperty("logServerErrorDetail", "false"); // would carry the values of customers
        properties.setProperty("connectTimeout", "10"); // s
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
            properties.setProperty("password", password);
        }
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "The installation's database cannot be read: " + e.getMessage() + ".", e);
        }
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @Override
    public void close() {
        try (local;
                connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The installation's database does not let go.", e);
        }
    }
}
