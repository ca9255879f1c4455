package org.postroad.modeler;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the scripts of {@code src/test/modeler} with Node. */
final class ModelerScripts {

    static final Path TEMPLATES = Path.of("bpmn/.camunda/element-templates");

    private static final Path FOLDER = Path.of("src/test/modeler");
    private static final int TIMEOUT_MINUTES = 10; // for busy machines

    private ModelerScripts() {}

    /** Skips the test if the components are not installed; in CI, fails it. */
    static void required() {
        if (!onPath("node") || !onPath("chromium") && !onPath("google-chrome") || !installed()) {
            String what =
                    "Modeler's components are missing: install Node 18 or newer and Chromium, then run npm ci --prefix "
                            + FOLDER;
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(what);
            }
            abort(what);
        }
    }

    private static boolean installed() {
        return Files.isDirectory(FOLDER.resolve("node_modules"));
    }

    private static boolean onPath(String program) {
        return Stream.concat(
                        Stream.of("/usr/bin"),
                        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }

    /**
     * Runs a script and returns the lines that it prints.
     *
     * @throws IllegalStateException if it fails or takes too long
     */
    static List<String> run(String program, Stream<Path> arguments) {
        try {
            Path log = Files.createTempFile("modeler", ".log");
            Process process = new ProcessBuilder(Stream.concat(
                                    Stream.of("node", FOLDER.resolve(program).toString()),
                                    arguments.map(Path::toString))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(log));
            }
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a script of Modeler ran", e);
        }
    }
}
