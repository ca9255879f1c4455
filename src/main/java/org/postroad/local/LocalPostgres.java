package org.postroad.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The embedded PostgreSQL of local mode: a real server that keeps its data between starts, listens on the loopback
 * address only and requires a password. It stops with the process that started it. A server left behind by a killed process
 * is stopped at the next start.
 */
final class LocalPostgres implements AutoCloseable, JdbcConnectionDetails {

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);

    /** For a small machine; Zonky's default is 300 connections. */
    private static final Map<String, String> SIZE = Map.of("max_connections", "100");

    /** Off by default in Zonky. */
    private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on");

    /** A rehearsal's data is thrown away: nothing is logged for a crash or another server, and plans are not compiled. */
    private static final Map<String, String> FORGETFUL = Map.of(
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "full_page_writes", "off",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "1h",
            "jit", "off");

    private final Path data;
    private final String password;
    private final int port;
    private final @Nullable EmbeddedPostgres server;

    private LocalPostgres(Path data, String password, int port, @Nullable EmbeddedPostgres server) {
        this.data = data;
        this.password = password;
        this.port = port;
        this.server = server;
    }

    /**
     * Starts the server if this process owns the home folder; otherwise joins the running one.
     *
     * @param durable whether commits must survive a loss of power
     */
    static LocalPostgres startOrJoin(HomeFolder home, boolean durable) throws IOException {
        return home.isOwned() ? start(home, durable) : join(home);
    }

    private static LocalPostgres start(HomeFolder home, boolean durable) throws IOException {
        PostgresDataDirectory folder = new PostgresDataDirectory(home);
        folder.cleanUpAfterKill();
        int port = FreePort.find();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                // Spring stops PostgreSQL after the beans that use it; a shutdown hook would race with that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_TIMEOUT)
                .setPort(port)
                .setConnectConfig("password", folder.password())
                .setDataDirectoryCustomizer(data -> folder.configure(port));
        SIZE.forEach(builder::setServerConfig);
        (durable ? DURABLE : FORGETFUL).forEach(builder::setServerConfig);
        folder.initdbOptions().forEach(builder::setLocaleConfig);
        EmbeddedPostgres server = started(builder, folder);
        folder.markComplete();
        return new LocalPostgres(folder.data(), folder.password(), port, server);
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder, PostgresDataDirectory folder) {
        try {
            return builder.start();
        } catch (IOException | RuntimeException e) {
            throw new PostgresStartFailed(folder.data(), e);
        }
    }

    private static LocalPostgres join(HomeFolder home) throws IOException {
        PostgresDataDirectory folder = new PostgresDataDirectory(home);
        PostgresProcess running = PostgresProcess.runningOn(folder.data())
                .orElseThrow(() -> new HomeFolderUnusable(
                        home.folder(),
                        "another Postroad is just starting or stopping on it; try again in a minute",
                        null));
        return new LocalPostgres(folder.data(), folder.password(), running.port(), null);
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String getUsername() {
        return PostgresDataDirectory.USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            Optional<PostgresProcess> process = PostgresProcess.runningOn(data);
            server.close();
            if (process.isPresent()) {
                process.get().awaitEnd();
            }
            log.debug("PostgreSQL has stopped");
        }
    }
}
