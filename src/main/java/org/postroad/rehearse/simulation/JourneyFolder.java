package org.postroad.rehearse.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder that holds {@code bpmn/} and {@code dmn/}. */
final class JourneyFolder {

    private JourneyFolder() {}

    /**
     * Its diagrams and tables, by file name.
     *
     * @throws IllegalArgumentException with a sentence, if one of the two is missing
     */
    static Map<String, byte[]> read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        List.of("bpmn", "dmn").forEach(kind -> readInto(files, folder.resolve(kind), "." + kind));
        return files;
    }

    private static void readInto(Map<String, byte[]> files, Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There is no folder " + folder + "; name the one that holds bpmn/ and dmn/.");
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file :
                    found.filter(each -> each.toString().endsWith(ending)).toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read.", e);
        }
    }
}
