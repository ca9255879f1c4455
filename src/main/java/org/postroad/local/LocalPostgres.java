package org.postroad.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The embedded PostgreSQL of local mode: a real server that keeps its data between starts. */
final class LocalPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    LocalPostgres(Path home) throws IOException {
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
    }

    DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
