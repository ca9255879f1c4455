package org.postroad.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table, printed, and kept in {@code target/bench/result.json} from one bench to the next. */
public final class Report {

    private static final Path FILE = Path.of("target/bench/result.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Report() {}

    /** Adds a line, in place of an earlier one with the same id, and prints the whole table. */
    public static synchronized void add(Line line) throws IOException {
        List<Line> lines = new ArrayList<>(read());
        lines.removeIf(earlier -> earlier.id().equals(line.id()));
        lines.add(line);
        Files.createDirectories(FILE.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), lines);
        print(lines);
    }

    private static List<Line> read() throws IOException {
        return Files.exists(FILE) ? JSON.readValue(FILE.toFile(), new TypeReference<>() {}) : List.of();
    }

    private static void print(List<Line> lines) {
        System.out.printf(
                "%n%-17s %14s %14s %8s %-5s %7s  %s%n", "id", "value", "baseline", "ratio", "unit", "spread", "what");
        lines.forEach(line -> System.out.printf(
                Locale.ROOT,
                "%-17s %14s %14s %8s %-5s %6.0f%%  %s%n",
                line.id(),
                number(line.value()),
                line.baseline() == null ? "" : number(line.baseline()),
                line.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", line.ratio()),
                line.unit(),
                line.spread() * 100,
                line.what()));
        System.out.println();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
    }
}
