package org.postroad.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Another engine as its Spring Boot starter sets it up, with one API call a customer: how one begins with it. It runs in a
 * process and on a classpath of its own (built from {@code src/bench/rivals}), over an empty database of the server that
 * Postroad uses, with as many connections. Close it.
 */
final class Rival implements AutoCloseable {

    private static final Path BUILT = Path.of("target/bench/rivals");
    private static final String ANSWER = "=> ";

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter commands;
    private int runs;

    private Rival(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts it and deploys diagrams.
     *
     * @param name {@code camunda}, {@code flowable} or {@code operaton}
     * @param diagrams the folder with its diagrams
     */
    static Rival start(String name, Database database, Path diagrams) {
        Path jar = BUILT.resolve(name).resolve(name + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing. Build it: mvn -f src/bench/rivals/pom.xml package");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx4g",
                            "-Dbench.callers=" + Integer.getInteger("bench.callers", 1),
                            "-jar",
                            jar.toString())
                    .redirectError(BUILT.resolve(name + ".err").toFile());
            builder.environment().put("SPRING_DATASOURCE_URL", database.url());
            builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
            builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
            Rival rival = new Rival(name, builder.start());
            rival.answer();
            rival.ask("deploy " + diagrams.toAbsolutePath());
            return rival;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes these calls, in order, and returns what they took and did. */
    Outcome run(List<String> calls) {
        try {
            Path file = Files.write(BUILT.resolve(name + "-" + runs++ + ".calls"), calls);
            String[] words = ask("run " + file.toAbsolutePath()).split(" ");
            Files.delete(file);
            return new Outcome(Double.parseDouble(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until its background has nothing to do. */
    void drain() {
        ask("drain");
    }

    private String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answer() throws IOException {
        StringBuilder log = new StringBuilder();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            log.append(line).append('\n');
        }
        throw new IllegalStateException(name + " has ended:\n" + log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a run took, in seconds, and how many journeys it started and moved. */
    record Outcome(double seconds, int starts, int moves) {}
}
