package org.postroad.catalog.imports;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file of order lines. It is read twice: first to find where each order ends, then to collect the orders. Needs
 * memory for one entry per order and for the lines of incomplete orders: about 100 MiB for a million orders whose lines
 * are consecutive.
 */
final class OrderFile {

    private final ImportFile file;
    private final ImportProgress progress;
    private final OrderColumns columns;
    private final OrderLineReader reader;

    OrderFile(ImportFile file, Map<String, String> mapped, TimestampParser timestamps, ImportProgress progress)
            throws IOException {
        this.file = file;
        this.progress = progress;
        this.columns = new OrderColumns(header(), mapped);
        this.reader = new OrderLineReader(columns, timestamps);
    }

    OrderColumns columns() {
        return columns;
    }

    /** Reads the file for the first time. */
    OrderFileScan scan() throws IOException {
        OrderFileScan scan = new OrderFileScan();
        read("Looking through", new LineHandler() {
            @Override
            public void line(OrderLine line) {
                scan.add(line);
            }

            @Override
            public void unusable(long number, String kind, String detail) {
                scan.addUnusable(kind, detail);
            }
        });
        scan.requireUsableLines();
        return scan;
    }

    /** Reads the file again and hands over each order once its last line has been read. */
    void read(OrderFileScan scan, SkippedLines skipped, Consumer<ImportedOrder> complete) throws IOException {
        Map<String, ImportedOrder> open = new HashMap<>();
        read("Importing", new LineHandler() {
            @Override
            public void line(OrderLine line) {
                if (line.customer().equals(scan.customerOf(line.order()))) {
                    open.computeIfAbsent(line.order(), id -> new ImportedOrder())
                            .add(line);
                } else {
                    skipped.add(line.number(), "another customer's order", "the order began with another customer");
                }
                if (scan.endsWith(line)) {
                    Optional.ofNullable(open.remove(line.order())).ifPresent(complete);
                }
            }

            @Override
            public void unusable(long number, String kind, String detail) {
                skipped.add(number, kind, detail);
            }
        });
    }

    private List<String> header() throws IOException {
        try (CsvLines lines = new CsvLines(file.open(progress))) {
            return lines.header();
        }
    }

    private void read(String doing, LineHandler handler) throws IOException {
        progress.begin(file.bytes());
        long read = 0;
        try (CsvLines lines = new CsvLines(file.open(progress))) {
            lines.header();
            for (Optional<CsvLines.CsvLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                read(line.get(), handler);
                progress.reportLines(doing, ++read);
            }
        }
    }

    private void read(CsvLines.CsvLine line, LineHandler handler) {
        if (line.values().isEmpty()) {
            handler.unusable(line.number(), "not CSV", "not CSV: a quotation mark is out of place");
            return;
        }
        try {
            handler.line(reader.read(line.number(), line.values().get()));
        } catch (OrderLineReader.UnusableLine unusable) {
            handler.unusable(line.number(), unusable.kind(), unusable.detail());
        }
    }

    private interface LineHandler {

        void line(OrderLine line);

        void unusable(long number, String kind, String detail);
    }
}
