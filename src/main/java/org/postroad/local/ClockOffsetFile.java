package org.postroad.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.postroad.time.ClockOffsetStore;

/** Stores how far the clock has been moved ahead in a file, so that time does not go back at the next start. */
final class ClockOffsetFile implements ClockOffsetStore {

    private final Path file;

    ClockOffsetFile(Path file) {
        this.file = file;
    }

    @Override
    public Duration load() {
        try {
            return Files.exists(file)
                    ? Duration.parse(
                            Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be read.", e);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "The clock file " + file + " holds no duration. Write one such as PT14H into it: how far Postroad's"
                            + " clock ran ahead. Without the file the clock shows real time, maybe before what happened.",
                    e);
        }
    }

    @Override
    public void save(Duration ahead) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, ahead.toString(), StandardCharsets.US_ASCII);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be written.", e);
        }
    }
}
