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
 * Reports the lines that were not imported: all of them in a file, the first few on the screen. The file has the number of
 * each line and the reason, but not its content, which may be personal data.
 */
final class SkippedLines implements AutoCloseable {

    private final Path report;
    private final int atMostOnScreen;
    private final ImportProgress progress;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final CSVPrinter printer;
    private long count;

    SkippedLines(Path report, int atMostOnScreen, ImportProgress progress) throws IOException {
        this.report = report;
        this.atMostOnScreen = atMostOnScreen;
        this.progress = progress;
        Files.createDirectories(report.toAbsolutePath().getParent());
        Writer writer = Files.newBufferedWriter(report, StandardCharsets.UTF_8);
        this.printer =
                CSVFormat.DEFAULT.builder().setHeader("line", "reason").get().print(writer);
    }

    /**
     * Reports a line.
     *
     * @param kind the kind of reason, for the counts at the end
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
            progress.println("  line " + line + " skipped: " + detail);
        } else if (count == atMostOnScreen + 1L) {
            progress.println("  ... all skipped lines are listed in " + report);
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
