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
 * address only and asks for a password. It stops with the process that started it; one that was left behind by a killed
 * process is stopped and started afresh.
 */
final class LocalPostgres implements AutoCloseable, JdbcConnectionDetails {

    private static final Logger log = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(5);

    /** Zonky would allow 300; this is for a small machine. */
    private static final Map<String, String> SMALL = Map.of("max_connections", "100");

    /** Zonky would switch these off. */
    private static final Map<String, String> LASTING = Map.of("fsync", "on", "synchronous_commit", "on");

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
     * Starts the server of a home that this process owns; joins the running one of a home that it does not own.
     *
     * @param lasting whether what is written must outlive a loss of power
     */
    static LocalPostgres startOrJoin(HomeFolder homeFolder, boolean lasting) throws IOException {
        return homeFolder.isOwned() ? start(homeFolder, lasting) : join(homeFolder);
    }

    private static LocalPostgres start(HomeFolder homeFolder, boolean lasting) throws IOException {
        PostgresDataDirectory folder = new PostgresDataDirectory(homeFolder);
        folder.cleanUpAfterKill();
        int port = FreePort.find();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                // Spring stops PostgreSQL after its last user; a hook of its own would race with that.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERS_WITHIN)
                .setPort(port)
                .setConnectConfig("password", folder.password())
                .setDataDirectoryCustomizer(data -> folder.configure(port));
        SMALL.forEach(builder::setServerConfig);
        if (lasting) {
            LASTING.forEach(builder::setServerConfig);
        }
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

    private static LocalPostgres join(HomeFolder homeFolder) throws IOException {
        PostgresDataDirectory folder = new PostgresDataDirectory(homeFolder);
        PostgresProcess running = PostgresProcess.runningOn(folder.data())
                .orElseThrow(() -> new HomeFolderUnusable(
                        homeFolder.folder(),
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
            Optional<PostgresProcess> postmaster = PostgresProcess.runningOn(data);
            server.close();
            if (postmaster.isPresent()) {
                postmaster.get().awaitEnd();
            }
            log.debug("PostgreSQL has stopped");
        }
    }
}
