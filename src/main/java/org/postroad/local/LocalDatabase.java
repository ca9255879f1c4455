package org.postroad.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * The database of a local home, for a reader outside its server: it joins the PostgreSQL of a running server, or else starts
 * it and stops it on close.
 */
public final class LocalDatabase implements AutoCloseable {

    private final HomeFolder home;
    private final LocalPostgres postgres;

    private LocalDatabase(HomeFolder home, LocalPostgres postgres) {
        this.home = home;
        this.postgres = postgres;
    }

    /** @throws IllegalArgumentException with a sentence, if that folder holds no database or cannot be used */
    public static LocalDatabase open(Path folder) {
        if (!Files.isDirectory(folder.resolve("postgres"))) {
            throw new IllegalArgumentException(
                    "There is no installation: no SPRING_DATASOURCE_URL is set, and the home "
                            + folder.toAbsolutePath().normalize() + " has no database.");
        }
        try {
            return open(HomeFolder.open(folder));
        } catch (HomeFolderUnusable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static LocalDatabase open(HomeFolder home) {
        try {
            return new LocalDatabase(home, LocalPostgres.startOrJoin(home, true));
        } catch (IOException e) {
            home.close();
            throw new UncheckedIOException("The database in " + home.folder() + " cannot be used.", e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    public JdbcConnectionDetails details() {
        return postgres;
    }

    @Override
    public void close() {
        try (home) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The database in " + home.folder() + " does not stop.", e);
        }
    }
}
