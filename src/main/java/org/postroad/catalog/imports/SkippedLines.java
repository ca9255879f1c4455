package org.postroad.catalog.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The lines that were not taken: all of them in a report, the first few on the screen. The report names line and reason
 * and repeats nothing of the line, which may hold personal data.
 */
final class SkippedLines implements AutoCloseable {

    private final Path report;
    private final int atMostOnScreen;
    private final ImportProgress importProgress;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final CSVPrinter printer;
    private long count;

    SkippedLines(Path report, int atMostOnScreen, ImportProgress importProgress) throws IOException {
        this.report = report;
        this.atMostOnScreen = atMostOnScreen;
        this.importProgress = importProgress;
        Files.createDirectories(report.toAbsolutePath().getParent());
        Writer writer = Files.newBufferedWriter(report, StandardCharsets.UTF_8);
        this.printer =
                CSVFormat.DEFAULT.builder().setHeader("line", "reason").get().print(writer);
    }

    /**
     * @param kind the reason in general, for the sum at the end
     * @param detail the reason in this case
     */
    void add(long line, String kind, String detail) {
        try {
            printer.printRecord(line, detail);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + report, e);
        }
        reasons.merge(kind, 1L, Long::sum);
        if (++count <= atMostOnScreen) {
            importProgress.println("  line " + line + " skipped: " + detail);
        } else if (count == atMostOnScreen + 1L) {
            importProgress.println("  ... all skipped lines are listed in " + report);
        }
    }

    long count() {
        return count;
    }

    Map<String, Long> reasons() {
        return reasons;
    }

    Path report() {
        return report;
    }

    @Override
    public void close() throws IOException {
        printer.close();
        if (count == 0) {
            Files.deleteIfExists(report);
        }
    }
}
