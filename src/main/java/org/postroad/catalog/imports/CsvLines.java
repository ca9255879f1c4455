package org.postroad.catalog.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) line by line, so that one malformed line does not spoil the rest of the file. A quoted value may
 * span several lines, up to {@value #MOST_LINES_OF_A_VALUE}.
 */
final class CsvLines implements AutoCloseable {

    private static final int MOST_LINES_OF_A_VALUE = 20;

    private final BufferedReader reader;
    private final Deque<String> ahead = new ArrayDeque<>();
    private CSVFormat format = CSVFormat.DEFAULT;
    private char delimiter = ',';
    private long number;

    CsvLines(BufferedReader reader) {
        this.reader = reader;
    }

    /** Reads the first line, and detects from it whether values are separated by commas, semicolons or tabs. */
    List<String> header() throws IOException {
        String line =
                EventImport.withoutByteOrderMark(Optional.ofNullable(nextLine()).orElse(""));
        delimiter = delimiter(line);
        format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get();
        return parse(line).orElseGet(List::of);
    }

    /** The next line that is not blank; empty at the end of the file. */
    Optional<CsvLine> next() throws IOException {
        String line = nextLine();
        while (line != null && line.isBlank()) {
            line = nextLine();
        }
        return line == null ? Optional.empty() : Optional.of(complete(line, number));
    }

    private CsvLine complete(String first, long firstNumber) throws IOException {
        Optional<List<String>> values = parse(first);
        StringBuilder joined = new StringBuilder(first);
        List<String> following = new ArrayList<>();
        while (values.isEmpty() && hasOpenQuote(joined) && following.size() < MOST_LINES_OF_A_VALUE) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            following.add(more);
            values = parse(joined.append('\n').append(more).toString());
        }
        if (values.isEmpty()) {
            number -= following.size();
            ahead.addAll(following);
        }
        return new CsvLine(firstNumber, values);
    }

    private Optional<List<String>> parse(String text) {
        return text.indexOf('"') < 0 ? Optional.of(split(text)) : parseQuoted(text);
    }

    /** The fast path for lines without quotes. */
    private List<String> split(String text) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            values.add(text.substring(from, to));
            from = to + 1;
        }
        values.add(text.substring(from));
        return values;
    }

    private Optional<List<String>> parseQuoted(String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOpenQuote(CharSequence text) {
        return text.chars().filter(each -> each == '"').count() % 2 == 1;
    }

    private static char delimiter(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = count(header, candidate) > count(header, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char searched) {
        return text.chars().filter(each -> each == searched).count();
    }

    private @Nullable String nextLine() throws IOException {
        String line = ahead.isEmpty() ? reader.readLine() : ahead.removeFirst();
        number += line == null ? 0 : 1;
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /**
     * A record of the file.
     *
     * @param number of its first line in the file; the header is line 1
     * @param values empty if the line is not CSV
     */
    record CsvLine(long number, Optional<List<String>> values) {}
}
