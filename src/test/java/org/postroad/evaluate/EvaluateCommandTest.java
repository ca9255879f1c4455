package org.postroad.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {

    private final ObjectMapper json = new ObjectMapper();
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "customer,orders\nsarah,3\ntom,1\n");
    }

    @Test
    void reportsEveryLineWithItsVerdict() throws IOException {
        int exit = run();
        JsonNode report = json.readTree(folder.resolve("out/report.json").toFile());
        assertThat(exit).isEqualTo(1);
        assertThat(report).hasSize(3);
        assertThat(report.get(0).toString())
                .isEqualTo(
                        "{\"id\":\"orders-mean\",\"what\":\"Mean\",\"data\":\"orders\",\"figure\":{\"mean\":2.0},\"reference\":{},"
                                + "\"rule\":{\"one\":1.0},\"atLeast\":\"1.5\",\"verdict\":\"holds\"}");
        assertThat(report.findValuesAsText("verdict")).containsExactly("holds", "falls short", "skipped");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("orders-mean", "</span> 2<", "falls short");
        assertThat(said.toString()).contains("there is no").contains("returns.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "'',there are no rows in",
        "'customer,orders',there are no rows in",
        "'customer/sarah',it cannot be run on what is in",
        "'customer,orders/sarah,many',it cannot be run on what is in"
    })
    void skipsWhatIsUnusableAndRunsTheOthers(String rows, String reason) throws IOException {
        Files.write(folder.resolve("returns.csv"), List.of(rows.split("/")));
        assertThat(run()).isEqualTo(1);
        JsonNode report = json.readTree(folder.resolve("out/report.json").toFile());
        assertThat(report.findValuesAsText("verdict")).containsExactly("holds", "falls short", "skipped");
        assertThat(report.get(2).get("what").textValue())
                .startsWith("Skipped: " + reason)
                .endsWith(".");
        assertThat(said.toString()).contains("skipped     Skipped: " + reason);
    }

    @Test
    void runsTheNamedLineOnly() throws IOException {
        assertThat(run("orders-mean")).isZero();
        assertThat(json.readTree(folder.resolve("out/report.json").toFile())).hasSize(1);
    }

    @Test
    void namesTheLinesIfOneIsUnknown() {
        assertThat(run("orders-meen")).isEqualTo(2);
        assertThat(said.toString()).contains("no line orders-meen").contains("orders-mean, orders-sum, returns");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private int run(String... lines) {
        EvaluateCommand command = new EvaluateCommand(
                List.of(
                        line("returns", "returns.csv", 0),
                        line("orders-sum", "orders.csv", 2.5),
                        line("orders-mean", "orders.csv", 1.5)),
                new EvaluationReport(json),
                () -> 0);
        return new CommandLine(command)
                .setOut(new PrintWriter(said))
                .execute(concat(
                        lines,
                        "--data",
                        folder.toString(),
                        "--out",
                        folder.resolve("out").toString()));
    }

    private static String[] concat(String[] lines, String... options) {
        return Stream.of(lines, options).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static Evaluation line(String id, String file, double atLeast) {
        return new Evaluation() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Finding run(EvaluationData data) {
                double mean = data.csv(file).stream()
                        .mapToInt(row -> Integer.parseInt(row.get("orders")))
                        .average()
                        .orElseThrow();
                return new Finding(
                        "Mean",
                        "orders",
                        Map.of("mean", mean),
                        Map.of(),
                        Map.of("one", 1.0),
                        "" + atLeast,
                        mean >= atLeast);
            }
        };
    }
}
