package org.postroad.catalog.imports;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Prints the progress every few seconds. Measures the machine's running time, not the application's clock, which may be
 * frozen.
 */
final class ImportProgress {

    private static final long NANOS = 1_000_000_000L;
    private static final long PRINT_EVERY = 3 * NANOS;

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastPrinted;
    private long bytesRead;
    private long fileBytes;

    ImportProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastPrinted = started;
    }

    void readBytes(long count) {
        bytesRead += count;
    }

    /** Begins to read a file of that size from its start, for the first time or again. */
    void begin(long bytes) {
        fileBytes = bytes;
        bytesRead = 0;
    }

    void reportLines(String doing, long lines) {
        long now = nanoTime.getAsLong();
        if (now - lastPrinted >= PRINT_EVERY) {
            lastPrinted = now;
            println("%s: %,d lines (%d %% of the file), %,.0f lines/s"
                    .formatted(doing, lines, percent(), lines / seconds()));
        }
    }

    /** Since the import began. */
    double seconds() {
        return Math.max(0.001, (nanoTime.getAsLong() - started) / (double) NANOS);
    }

    void println(String sentence) {
        out.println(sentence);
        out.flush();
    }

    private long percent() {
        return fileBytes == 0 ? 100 : Math.min(100, 100 * bytesRead / fileBytes);
    }

    static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
