package org.postroad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, as somebody starts it who has nothing but the jar. */
public final class RunningPostroad implements AutoCloseable {

    public static final String KEY = "key-of-an-outside-application-in-a-test";
    public static final String PASSWORD = "password-of-the-admin-in-a-test";

    private static final Path JAR = Path.of("target", "postroad.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;
    private final URI address;

    private RunningPostroad(Process process, Path output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /** Starts on this home and waits until it is ready; fails with what it printed if it ends before. */
    public static RunningPostroad in(Path home, Map<String, String> environment) {
        int port = freePort();
        RunningPostroad started = launch(home, port, environment);
        started.awaitReady();
        return started;
    }

    /** Starts without waiting, on a given port, with these arguments. */
    public static RunningPostroad launch(Path home, int port, Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(home);
            Path output = Files.createTempFile(home, "output-", ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"), "-Xmx768m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "POSTROAD_HOME",
                            home.resolve("data").toString(),
                            "SERVER_PORT",
                            Integer.toString(port),
                            "SERVER_ADDRESS",
                            "127.0.0.1",
                            "POSTROAD_SHOP_ENABLED",
                            "false",
                            "POSTROAD_ADMIN_PASSWORD",
                            PASSWORD,
                            "POSTROAD_API_KEY",
                            KEY));
            builder.environment().putAll(environment);
            return new RunningPostroad(builder.start(), output, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return address;
    }

    public Process process() {
        return process;
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end by itself:\n" + output());
        }
        return process.exitValue();
    }

    private void awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health =
                HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += 200) {
            if (!process.isAlive()) {
                throw new AssertionError("It ended with " + process.exitValue() + ":\n" + output());
            }
            try {
                if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        close();
        throw new AssertionError("It does not get ready:\n" + output());
    }

    private void pause() {
        try {
            process.waitFor(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
