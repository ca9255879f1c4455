package org.postroad.catalog.imports;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file of order lines. It is read twice: once to see where each order ends, then to gather and hand on. Memory is
 * needed for one entry an order and for the lines of orders that are still open: about 100 MiB for a million orders
 * whose lines stand together.
 */
final class OrderFile {

    private final ImportFile file;
    private final ImportProgress importProgress;
    private final OrderColumns columns;
    private final OrderLineReader reader;

    OrderFile(ImportFile file, Map<String, String> told, TimestampParser timestampParser, ImportProgress importProgress)
            throws IOException {
        this.file = file;
        this.importProgress = importProgress;
        this.columns = new OrderColumns(header(), told);
        this.reader = new OrderLineReader(columns, timestampParser);
    }

    OrderColumns columns() {
        return columns;
    }

    /** The first reading. */
    OrderFileScan scan() throws IOException {
        OrderFileScan survey = new OrderFileScan();
        read("Looking through", new LineHandler() {
            @Override
            public void line(OrderLine line) {
                survey.add(line);
            }

            @Override
            public void unusable(long number, String kind, String detail) {
                survey.addUnusable(kind, detail);
            }
        });
        survey.requireUsableLines();
        return survey;
    }

    /** The second reading: hands each order on when its last line has been read. */
    void read(OrderFileScan survey, SkippedLines skipped, Consumer<ImportedOrder> complete) throws IOException {
        Map<String, ImportedOrder> open = new HashMap<>();
        read("Importing", new LineHandler() {
            @Override
            public void line(OrderLine line) {
                if (line.customer().equals(survey.customerOf(line.order()))) {
                    open.computeIfAbsent(line.order(), id -> new ImportedOrder())
                            .add(line);
                } else {
                    skipped.add(line.number(), "another customer's order", "the order began with another customer");
                }
                if (survey.endsWith(line)) {
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
        try (CsvLines lines = new CsvLines(file.open(importProgress))) {
            return lines.header();
        }
    }

    private void read(String doing, LineHandler lineHandler) throws IOException {
        importProgress.begin(file.bytes());
        long read = 0;
        try (CsvLines lines = new CsvLines(file.open(importProgress))) {
            lines.header();
            for (Optional<CsvLines.CsvLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                read(line.get(), lineHandler);
                importProgress.reportLines(doing, ++read);
            }
        }
    }

    private void read(CsvLines.CsvLine csvLine, LineHandler lineHandler) {
        if (csvLine.values().isEmpty()) {
            lineHandler.unusable(csvLine.number(), "not CSV", "not CSV: a quotation mark is out of place");
            return;
        }
        try {
            lineHandler.line(reader.read(csvLine.number(), csvLine.values().get()));
        } catch (OrderLineReader.UnusableLine unusableLine) {
            lineHandler.unusable(csvLine.number(), unusableLine.kind(), unusableLine.detail());
        }
    }

    private interface LineHandler {

        void line(OrderLine line);

        void unusable(long number, String kind, String detail);
    }
}
