package org.postroad.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroad.PostroadApplication;

/** The command {@code simulate} with all stock journeys, from its start to its end, and whether it repeats itself. */
class SimulateBench {

    private static final String JOURNEY = "welcome";
    private static final Path FOLDER = Path.of("target/bench");
    private static final int CUSTOMERS = Scale.of(10_000);
    private static final int DAYS = Integer.getInteger("bench.simulate.days", 120);
    private static final int REPEATED_CUSTOMERS = Scale.of(500);
    private static final int REPEATED_DAYS = Math.min(20, DAYS);

    @Test
    void simulate() throws Exception {
        ResultTable.add(Rounds.once()
                .measure(
                        "simulate",
                        "customers' days a second, %,d people, %d days, 16 journeys, the whole command"
                                .formatted(CUSTOMERS, DAYS),
                        "1/s",
                        () -> (double) CUSTOMERS * DAYS / seconds(CUSTOMERS, DAYS, "simulation.html")));
    }

    @Test
    void repeatsItself() throws Exception {
        seconds(REPEATED_CUSTOMERS, REPEATED_DAYS, "first.html");
        seconds(REPEATED_CUSTOMERS, REPEATED_DAYS, "second.html");
        seconds(REPEATED_CUSTOMERS, REPEATED_DAYS, "one-core.html", "-XX:ActiveProcessorCount=1");
        ResultTable.add(Rounds.once()
                .measure(
                        "simulate-differs",
                        "of a second run and one on one core, reports that differ from the first, %,d people, %d days"
                                .formatted(REPEATED_CUSTOMERS, REPEATED_DAYS),
                        "",
                        () -> differing("second.html") + differing("one-core.html")));
    }

    private static double differing(String report) throws IOException {
        return Files.mismatch(FOLDER.resolve("first.html"), FOLDER.resolve(report)) < 0 ? 0 : 1;
    }

    private static double seconds(int customers, int days, String report, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx4g"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PostroadApplication.class.getName()));
        command.addAll(List.of("simulate", JOURNEY, "--customers", "" + customers, "--days", "" + days));
        command.addAll(List.of(
                "--report", Files.createDirectories(FOLDER).resolve(report).toString()));
        Path log = FOLDER.resolve("simulate.log");
        long began = System.nanoTime();
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(exit + ": " + Files.readString(log));
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
