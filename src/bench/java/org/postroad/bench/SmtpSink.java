package org.postroad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Postfix's {@code smtp-sink}, which takes all mail and forgets it, and its {@code smtp-source}. Close it. */
final class SmtpSink implements AutoCloseable {

    static final String MISSING =
            "Skipped: there is no smtp-sink and smtp-source here. On Debian they come with the package \"postfix\" (apt-get install postfix); its server need not run.";

    private final int port;
    private final Process process;

    private SmtpSink(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Asked by JUnit; says so where nobody reads reports of skipped tests. */
    static boolean isInstalled() {
        boolean installed = find("smtp-sink").isPresent() && find("smtp-source").isPresent();
        if (!installed) {
            System.out.println(MISSING);
        }
        return installed;
    }

    private static Optional<Path> find(String tool) {
        return Stream.concat(Stream.of("/usr/sbin"), Stream.of(System.getenv("PATH").split(":")))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static SmtpSink start() {
        try {
            int port = freePort();
            List<String> command = command("smtp-sink");
            if (System.getProperty("user.name").equals("root")) {
                command.addAll(List.of("-u", "nobody")); // it insists
            }
            command.addAll(List.of("127.0.0.1:" + port, "1000"));
            Process process = new ProcessBuilder(command).inheritIO().start();
            awaitOpen(port, process);
            return new SmtpSink(port, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Mails a second that {@code smtp-source} posts here: a new connection for each, as it does by itself. */
    double source(int connections, int mails, int bytes) throws IOException, InterruptedException {
        List<String> command = command("smtp-source");
        command.addAll(List.of("-s", "" + connections, "-m", "" + mails, "-l", "" + bytes));
        command.addAll(List.of("-f", "hello@shop.example", "-t", "sarah@customers.example", "127.0.0.1:" + port));
        long start = System.nanoTime();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed.");
        }
        return mails / ((System.nanoTime() - start) / 1e9);
    }

    private static List<String> command(String tool) {
        return new ArrayList<>(List.of(find(tool).orElseThrow().toString()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitOpen(int port, Process process) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!isOpen(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("smtp-sink does not listen on 127.0.0.1:" + port);
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
