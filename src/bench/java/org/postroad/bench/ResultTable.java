package org.postroad.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table, printed with the targets, and kept in {@code target/bench/result.json} from one bench to the next. */
public final class ResultTable {

    private static final Path FILE = Path.of("target/bench/result.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ResultTable() {}

    /** Adds a line, in place of an earlier one with the same id, and prints the whole table. */
    public static synchronized void add(BenchResult benchResult) throws IOException {
        List<BenchResult> lines = new ArrayList<>(read());
        lines.removeIf(earlier -> earlier.id().equals(benchResult.id()));
        lines.add(benchResult.judged());
        Files.createDirectories(FILE.getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(FILE.toFile(), lines);
        print(lines);
    }

    private static List<BenchResult> read() throws IOException {
        return Files.exists(FILE) ? JSON.readValue(FILE.toFile(), new TypeReference<>() {}) : List.of();
    }

    private static void print(List<BenchResult> lines) {
        System.out.printf(
                "%n%-24s %12s %12s %8s %-5s %7s  %-14s %-6s %s%n",
                "id", "value", "baseline", "ratio", "unit", "spread", "target", "", "what");
        lines.forEach(benchResult -> System.out.printf(
                Locale.ROOT,
                "%-24s %12s %12s %8s %-5s %6.0f%%  %-14s %-6s %s%n",
                benchResult.id(),
                number(benchResult.value()),
                benchResult.baseline() == null ? "" : number(benchResult.baseline()),
                benchResult.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", benchResult.ratio()),
                benchResult.unit(),
                benchResult.spread() * 100,
                benchResult.target() == null ? "" : benchResult.target(),
                benchResult.met() == null ? "" : benchResult.met() ? "met" : "SHORT",
                benchResult.what()));
        System.out.println();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%,.2f" : "%,.0f", value);
    }
}
