package org.postroad.rehearse.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postroad.rehearse.RehearsalFiles;

/** A folder that holds {@code bpmn/} and {@code dmn/}. */
final class JourneyFolder {

    private JourneyFolder() {}

    /**
     * Its diagrams and tables, by file name.
     *
     * @throws IllegalArgumentException with a sentence, if one of the two folders is missing
     */
    static Map<String, byte[]> read(Path folder) {
        return RehearsalFiles.read(Stream.of("bpmn", "dmn")
                .flatMap(kind -> find(folder.resolve(kind), "." + kind).stream())
                .toList());
    }

    private static List<Path> find(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "There is no folder " + folder + "; name the one that holds bpmn/ and dmn/.");
        }
        return RehearsalFiles.find(folder, ending);
    }
}
