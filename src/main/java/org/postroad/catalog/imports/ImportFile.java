package org.postroad.catalog.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * A text file, gzipped or not.
 *
 * @param charset bytes that are invalid in it are read as the replacement character
 */
record ImportFile(Path path, Charset charset) {

    private static final int BUFFER = 1 << 16;

    /** What the file holds, according to its name. */
    enum FileKind {
        EVENTS,
        ORDER_LINES
    }

    FileKind kind() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return FileKind.EVENTS;
        }
        if (name.endsWith(".csv")) {
            return FileKind.ORDER_LINES;
        }
        throw new ImportRefused("Cannot tell what is in " + path + ": its name should end in .ndjson or .jsonl (events)"
                + " or .csv (order lines), each with or without .gz.");
    }

    long bytes() throws IOException {
        return Files.size(path);
    }

    /** Opens the file at its start and reports to the progress how many bytes were read. */
    BufferedReader open(ImportProgress progress) throws IOException {
        InputStream counted = new CountingInputStream(Files.newInputStream(path), progress);
        try {
            return new BufferedReader(new InputStreamReader(uncompressed(counted), charset), BUFFER);
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    private InputStream uncompressed(InputStream raw) throws IOException {
        return path.toString().endsWith(".gz")
                ? new GZIPInputStream(raw, BUFFER)
                : new BufferedInputStream(raw, BUFFER);
    }

    private static final class CountingInputStream extends FilterInputStream {

        private final ImportProgress progress;

        CountingInputStream(InputStream in, ImportProgress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            progress.readBytes(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            progress.readBytes(Math.max(0, count));
            return count;
        }
    }
}
