package org.postroad.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The folder with the data of the evaluation. Its README lists the files; another folder may hold other rows of the same shape. */
public final class EvaluationData {

    private static final CSVFormat WITH_HEADER = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    private final Path folder;

    public EvaluationData(Path folder) {
        this.folder = folder;
    }

    /** @throws MissingData if there is no such file */
    public Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new MissingData("there is no " + file);
        }
        return file;
    }

    /**
     * The rows of a CSV file whose first line has the columns' names; a name that ends with {@code .gz} is unpacked.
     *
     * @return at least one
     * @throws MissingData if there is no such file, or it has no rows
     */
    public List<CSVRecord> csv(String name) {
        Path file = file(name);
        List<CSVRecord> rows = rows(file);
        if (rows.isEmpty()) {
            throw new MissingData("there are no rows in " + file);
        }
        return rows;
    }

    private static List<CSVRecord> rows(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
            return WITH_HEADER.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + file + " cannot be read", e);
        }
    }
}
