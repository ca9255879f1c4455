package org.postroad;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops and starts the PostgreSQL of a home folder with {@code pg_ctl}, without Postroad's knowledge. */
public record PgCtl(Path binary, Path data) {

    /** For the server that runs on this data directory now. */
    public static PgCtl of(Path data) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        String postgres = ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow();
        return new PgCtl(Path.of(postgres).resolveSibling("pg_ctl"), data);
    }

    public void start() throws IOException {
        run("start", "-l", data.resolveSibling("by-hand.log").toString());
    }

    /** As {@link #start}, for a server that was told its port on the command line. */
    public void start(int port) throws IOException {
        run(
                "start",
                "-o",
                "-p " + port,
                "-l",
                data.resolveSibling("by-hand.log").toString());
    }

    public void stop() throws IOException {
        run("stop", "-m", "fast");
    }

    private void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) { // PostgreSQL refuses to run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binary.toString(), "-D", data.toString(), "-w"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("Failed: " + command);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
