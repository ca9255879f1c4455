package org.postroad.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running PostgreSQL server, found through the {@code postmaster.pid} in its data directory. */
record PostgresProcess(ProcessHandle process, int port) {

    private static final String PID_FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final long STOP_TIMEOUT_SECONDS = 60;

    /**
     * The server that runs on this data directory, if any. A pid file alone proves nothing: its process may have ended, or
     * the number may belong to another process now.
     */
    static Optional<PostgresProcess> runningOn(Path data) throws IOException {
        Path file = data.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        return lines.size() <= PORT_LINE
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                        .filter(process -> isServerOf(process, data))
                        .map(process -> new PostgresProcess(
                                process, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    private static boolean isServerOf(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
        boolean sameData = info.arguments()
                .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .orElse(true);
        return process.isAlive() && postgres && sameData;
    }

    /** Deletes the pid file of a server that has ended: PostgreSQL would not start if another process had its number. */
    static void deletePidFile(Path data) throws IOException {
        Files.deleteIfExists(data.resolve(PID_FILE));
    }

    /** Makes the server disconnect its clients and stop cleanly, and waits until it has ended. */
    void stop() throws IOException {
        if (File.separatorChar == '/') {
            // SIGINT is PostgreSQL's "fast shutdown"; with SIGTERM, which Java sends, it would wait for all clients
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        } else {
            process.destroy();
        }
        awaitEnd();
    }

    void awaitEnd() throws IOException {
        try {
            process.onExit().get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop; stop it by hand.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping.", e);
        }
    }
}
