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
    private final Progress progress;
    private final OrderColumns columns;
    private final OrderLineReader reader;

    OrderFile(ImportFile file, Map<String, String> told, Times times, Progress progress) throws IOException {
        this.file = file;
        this.progress = progress;
        this.columns = new OrderColumns(header(), told);
        this.reader = new OrderLineReader(columns, times);
    }

    OrderColumns columns() {
        return columns;
    }

    /** The first reading. */
    OrderSurvey survey() throws IOException {
        OrderSurvey survey = new OrderSurvey();
        read("Looking through", new Reading() {
            @Override
            public void line(OrderLine line) {
                survey.see(line);
            }

            @Override
            public void unusable(long number, String kind, String detail) {
                survey.seeUnusable(kind, detail);
            }
        });
        survey.mustBeUsable();
        return survey;
    }

    /** The second reading: hands each order on when its last line has been read. */
    void read(OrderSurvey survey, SkippedLines skipped, Consumer<Order> complete) throws IOException {
        Map<String, Order> open = new HashMap<>();
        read("Importing", new Reading() {
            @Override
            public void line(OrderLine line) {
                if (line.customer().equals(survey.customerOf(line.order()))) {
                    open.computeIfAbsent(line.order(), id -> new Order()).add(line);
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
        try (CsvLines lines = new CsvLines(file.open(progress))) {
            return lines.header();
        }
    }

    private void read(String doing, Reading reading) throws IOException {
        progress.begin(file.bytes());
        long read = 0;
        try (CsvLines lines = new CsvLines(file.open(progress))) {
            lines.header();
            for (Optional<CsvLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                read(line.get(), reading);
                progress.tell(doing, ++read);
            }
        }
    }

    private void read(CsvLines.Line line, Reading reading) {
        if (line.values().isEmpty()) {
            reading.unusable(line.number(), "not CSV", "not CSV: a quotation mark is out of place");
            return;
        }
        try {
            reading.line(reader.read(line.number(), line.values().get()));
        } catch (OrderLineReader.Unusable unusable) {
            reading.unusable(line.number(), unusable.kind(), unusable.detail());
        }
    }

    private interface Reading {

        void line(OrderLine line);

        void unusable(long number, String kind, String detail);
    }
}
