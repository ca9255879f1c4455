package org.postroad.event.kafka;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.metadata.storage.Formatter;
import org.postroad.PostroadProcess;

/**
 * A real broker of one node (KRaft) in a process of its own, on a free port of 127.0.0.1, that keeps its data in {@code
 * target}. Creates topics on demand, with four partitions. Can be stopped and started again; close it in the end.
 */
final class KafkaBroker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(30);

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=BROKER://127.0.0.1:%1$d
            listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=BROKER
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            num.partitions=4
            num.network.threads=1
            num.io.threads=1
            log.cleaner.enable=false
            background.threads=1
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            group.initial.rebalance.delay.ms=0
            """;

    private final Path home;
    private final int port;
    private Process process;

    private KafkaBroker(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        this.process = launch(home);
    }

    static KafkaBroker start() {
        try {
            Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target/kafka")), "broker-")
                    .toAbsolutePath();
            int port = PostroadProcess.freePort();
            format(home, port);
            return new KafkaBroker(home, port).awaitListening();
        } catch (Exception e) {
            throw new IllegalStateException("The broker cannot be started", e);
        }
    }

    private static void format(Path home, int port) throws Exception {
        String data = home.resolve("data").toString();
        Files.writeString(
                home.resolve("server.properties"), SETTINGS.formatted(port, PostroadProcess.freePort(), data));
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId("postroad-tests")
                .setNodeId(1)
                .setDirectories(List.of(data))
                .setMetadataLogDirectory(data)
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private static Process launch(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        "kafka.Kafka",
                        home.resolve("server.properties").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("broker.log").toFile())
                .start();
    }

    /** On the same port, with the data that it had. */
    void startAgain() throws IOException {
        process = launch(home);
        awaitListening();
    }

    private KafkaBroker awaitListening() throws IOException {
        await("the broker; see " + home)
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> listens() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("The broker ended:\n" + Files.readString(home.resolve("broker.log")));
        }
        return this;
    }

    /** The tests' class path, which Surefire hides behind a jar with a manifest. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** A clean shutdown, which closes the connections to its clients. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker does not end; see " + home);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }
}
