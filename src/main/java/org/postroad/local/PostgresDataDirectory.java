package org.postroad.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data directory of the embedded PostgreSQL, and the password file beside it. */
final class PostgresDataDirectory {

    static final String USER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(PostgresDataDirectory.class);
    private static final int PASSWORD_BYTES = 24;
    private static final String SETTINGS_FILE = "postroad.conf";
    private static final String INCLUDE = "include_if_exists = '" + SETTINGS_FILE + "'";

    private final HomeFolder home;
    private final Path data;
    private final Path passwordFile;

    PostgresDataDirectory(HomeFolder home) throws IOException {
        this.home = home;
        this.data = home.file("postgres");
        this.passwordFile = home.file("postgres.password");
        if (!Files.exists(passwordFile)) {
            writePassword();
        }
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createFile(passwordFile, ownerOnly());
        Files.writeString(passwordFile, password, StandardCharsets.US_ASCII);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    Path data() {
        return data;
    }

    String password() throws IOException {
        return Files.readString(passwordFile, StandardCharsets.US_ASCII);
    }

    /**
     * Options for {@code initdb}: a password from the first start on, and the same sort order on every machine. (Zonky
     * passes every "locale" setting to initdb as an option, and of two the later one wins.)
     */
    Map<String, String> initdbOptions() {
        return Map.of(
                "auth",
                "scram-sha-256",
                "pwfile",
                passwordFile.toString(),
                "locale",
                "C",
                "locale-provider",
                "builtin",
                "builtin-locale",
                "C.UTF-8");
    }

    /**
     * Writes the settings and the port into the directory, so that {@code pg_ctl start} by hand starts the same server on
     * the same port.
     */
    void configure(int port) {
        try (InputStream settings = PostgresDataDirectory.class.getResourceAsStream(SETTINGS_FILE)) {
            String text = new String(Objects.requireNonNull(settings).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(data.resolve(SETTINGS_FILE), text + "port = " + port + "\n");
            Path main = data.resolve("postgresql.conf");
            if (!Files.readString(main).contains(INCLUDE)) {
                Files.writeString(main, "\n" + INCLUDE + "\n", StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The settings of PostgreSQL cannot be written to " + data, e);
        }
    }

    /** Cleans up after a killed process: stops its server, deletes its pid file, and moves an unfinished directory away. */
    void cleanUpAfterKill() throws IOException {
        Optional<PostgresProcess> orphan = PostgresProcess.runningOn(data);
        if (orphan.isPresent()) {
            log.warn("PostgreSQL was left running by a process that was killed; stopping it");
            orphan.get().stop();
        }
        PostgresProcess.deletePidFile(data);
        if (Files.exists(data) && !Files.exists(completeMarker())) {
            Path moved = Files.createTempDirectory(home.folder(), "postgres.unfinished-");
            Files.move(data, moved.resolve(data.getFileName()));
            log.warn("The first start was interrupted; its unfinished data directory is now in {}", moved);
        }
    }

    /** Called when the server has started once: from then on the data directory is never moved away. */
    void markComplete() throws IOException {
        if (!Files.exists(completeMarker())) {
            Files.createFile(completeMarker());
        }
    }

    private Path completeMarker() {
        return data.resolve("postroad.complete");
    }
}
