package org.postroad;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar in a process of its own, as an operator starts it. Close it: it ends with its PostgreSQL. */
public final class PostroadProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/postroad.jar").toAbsolutePath();
    /** Compiles less: a process that runs for a minute never gains from more. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(90);

    private final Path home;
    private final int port;
    private final Path log;
    private final Process process;

    private PostroadProcess(Path home, int port, Path log, Process process) {
        this.home = home;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /** The server on that home and port, without the simulated shop. */
    public static PostroadProcess start(Path home, int port, Map<String, String> environment) {
        return run(home, port, environment, List.of());
    }

    /** A command on that home. */
    public static PostroadProcess command(Path home, String... arguments) {
        return run(home, 0, Map.of(), List.of(arguments));
    }

    private static PostroadProcess run(Path home, int port, Map<String, String> environment, List<String> arguments) {
        try {
            Path log =
                    Files.createTempFile(Files.createDirectories(Path.of("target/process-logs")), "postroad-", ".log");
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                    Stream.of(java, "-Xmx768m", QUICK_START, "-jar", JAR.toString()),
                                    arguments.stream())
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Map<String, String> settings = new HashMap<>(environment);
            settings.putIfAbsent("POSTROAD_HOME", home.toString());
            settings.putIfAbsent("POSTROAD_SHOP_ENABLED", "false");
            settings.putIfAbsent("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(settings);
            return new PostroadProcess(home, port, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PostroadProcess awaitReady() {
        await("the end of the start; see " + log)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> ready() || !process.isAlive());
        if (!ready()) {
            throw new IllegalStateException("Postroad did not start:\n" + output());
        }
        return this;
    }

    private boolean ready() {
        return output().contains("Postroad is ready.");
    }

    /** Waits for the end and returns the exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Still running:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The printed value after that word, such as "Password". */
    public String printed(String word) {
        Matcher line = Pattern.compile("(?m)^ +" + word + " +(\\S+)$").matcher(output());
        if (!line.find()) {
            throw new IllegalStateException("No " + word + " was printed:\n" + output());
        }
        return line.group(1);
    }

    public Http http() {
        return Http.at("http://localhost:" + port);
    }

    /** The process id of its PostgreSQL. */
    public ProcessHandle postgres() {
        try {
            String pid =
                    Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** As Ctrl-C or a service manager does; waits for the end. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** As the kernel does when memory runs out: without any cleaning up. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
        if (ready() && Files.exists(home.resolve("postgres/postmaster.pid"))) {
            postgres().destroyForcibly();
        }
    }
}
