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
 * A text file, packed or not.
 *
 * @param charset bytes that it does not know are read as the replacement character
 */
record ImportFile(Path path, Charset charset) {

    private static final int BUFFER = 1 << 16;

    /** What is in it, told by its name. */
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

    /** Opens it from the start; the progress is told how far the reader has come. */
    BufferedReader open(ImportProgress importProgress) throws IOException {
        InputStream counted = new CountingInputStream(Files.newInputStream(path), importProgress);
        try {
            return new BufferedReader(new InputStreamReader(unpacked(counted), charset), BUFFER);
        } catch (IOException e) {
            counted.close();
            throw e;
        }
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        return path.toString().endsWith(".gz")
                ? new GZIPInputStream(raw, BUFFER)
                : new BufferedInputStream(raw, BUFFER);
    }

    private static final class CountingInputStream extends FilterInputStream {

        private final ImportProgress importProgress;

        CountingInputStream(InputStream in, ImportProgress importProgress) {
            super(in);
            this.importProgress = importProgress;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            importProgress.readBytes(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            importProgress.readBytes(Math.max(0, count));
            return count;
        }
    }
}
