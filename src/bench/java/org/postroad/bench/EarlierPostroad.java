package org.postroad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.postroad.Http;
import org.postroad.PostroadProcess;

/** The packaged program of an earlier commit in local mode with its shop, to measure a change against. Close it. */
final class EarlierPostroad implements AutoCloseable {

    private final Process process;
    private final int port;

    private EarlierPostroad(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static EarlierPostroad start(Path jar, int people) throws IOException {
        int port = PostroadProcess.freePort();
        Path log = Files.createDirectories(Path.of("target/bench")).resolve("earlier.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx4g",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("POSTROAD_HOME", "target/bench/home-" + UUID.randomUUID());
        builder.environment().put("POSTROAD_SHOP_CUSTOMERS", Integer.toString(people));
        builder.environment().put("POSTROAD_API_KEY", Http.KEY);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        Process process = builder.start();
        while (process.isAlive() && !Files.readString(log).contains("Postroad is ready.")) {
            Pause.ofMillis(250);
        }
        return new EarlierPostroad(process, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
