package org.postroad.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds and reads the diagrams, tables and scenarios in folders. */
public final class RehearsalFiles {

    private RehearsalFiles() {}

    /**
     * The files in a folder and its subfolders whose names end so, in order; of a file, the file itself.
     *
     * @throws UncheckedIOException if there is no such file or folder, or it cannot be read
     */
    public static List<Path> find(Path path, String... endings) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents by file name, as a deployment takes them. */
    public static Map<String, byte[]> read(List<Path> files) {
        Map<String, byte[]> contents = new TreeMap<>();
        try {
            for (Path file : files) {
                contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }
}
