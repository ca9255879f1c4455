package org.postroad.rehearse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.cli.CommandLauncher;

/** The command {@code simulate} as somebody at a terminal uses it. */
@OwnContext
class SimulateCommandIT {

    private static final Path DIAGRAM = Path.of("bpmn", "browse-abandonment.bpmn");

    @Test
    void findsNoDifferenceBetweenADiagramAndItsCopy(@TempDir Path folder) throws IOException {
        Path copy = Files.copy(DIAGRAM, folder.resolve("copy.bpmn"));
        Path report = folder.resolve("report.html");
        String said = simulate(copy, report);
        assertThat(said)
                .contains("With " + copy + " instead, for ")
                .contains("day 6 of 6")
                .contains("left");
        assertThat(Pattern.compile("a head: [+-]0\\.000 \\(95 %: [+-]0\\.000 to [+-]0\\.000\\), no difference")
                        .matcher(said)
                        .results())
                .hasSize(4);
        assertThat(Files.readString(report)).contains("<polyline", "Against " + copy, "Revenue since entry, a head");
    }

    @Test
    void showsWhatAnotherDiagramWouldChange(@TempDir Path folder) throws IOException {
        Path silent = Files.writeString(
                folder.resolve("silent.bpmn"),
                Files.readString(DIAGRAM)
                        .replaceFirst("name=\"holdout\" value=\"[^\"]*\"", "name=\"holdout\" value=\"50\""));
        String said = simulate(silent, folder.resolve("report.html"));
        assertThat(said.lines().filter(line -> line.contains("mails, all journeys")))
                .singleElement()
                .asString()
                .containsPattern("a head: -0\\.[0-9]*[1-9]");
    }

    private static String simulate(Path against, Path report) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(CommandLauncher.run(
                            PostroadApplication.class,
                            "simulate",
                            DIAGRAM.toString(),
                            "--against",
                            against.toString(),
                            "--customers",
                            "60",
                            "--days",
                            "6",
                            "--report",
                            report.toString()))
                    .as("exit code")
                    .isZero();
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
