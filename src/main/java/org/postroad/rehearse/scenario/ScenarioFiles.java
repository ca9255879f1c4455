package org.postroad.rehearse.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postroad.rehearse.RehearsalFiles;
import org.postroad.rehearse.SegmentFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the scenario files to run, and the decision tables that go with them. */
final class ScenarioFiles {

    private ScenarioFiles() {}

    /**
     * The scenarios in these files and folders, in order.
     *
     * @throws ScenarioUnreadable if there are none, or a journey in one of the folders has none
     */
    static List<ScenarioFile> scenarios(List<Path> paths) {
        List<ScenarioFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ScenarioUnreadable("There is no file or folder " + path + ".");
            }
            (Files.isDirectory(path) ? in(path) : Stream.of(path))
                    .map(ScenarioFileReader::read)
                    .forEach(files::add);
        }
        return files;
    }

    private static Stream<Path> in(Path folder) {
        List<Path> scenarios = RehearsalFiles.find(folder, ScenarioFile.ENDING);
        RehearsalFiles.find(folder, ".bpmn").stream()
                .map(diagram -> diagram.resolveSibling(
                        diagram.getFileName().toString().replaceFirst("\\.bpmn$", ScenarioFile.ENDING)))
                .filter(wanted -> !scenarios.contains(wanted))
                .findFirst()
                .ifPresent(missing -> {
                    throw new ScenarioUnreadable("There is no " + missing + "; write scenarios for that journey.");
                });
        return scenarios.stream();
    }

    /** The decision tables in {@code dmn/} beside the folder of the scenarios; without such a folder, the bundled ones. */
    static Map<String, byte[]> tables(ScenarioFile file) {
        Path folder = folder(file).resolve("dmn");
        return Files.isDirectory(folder) ? RehearsalFiles.read(RehearsalFiles.find(folder, ".dmn")) : bundledTables();
    }

    /**
     * The segments that people define, from {@code segments.yaml} beside that folder.
     *
     * @throws IllegalArgumentException with a sentence, if it cannot be read
     */
    static Map<String, String> segments(ScenarioFile file) {
        return SegmentFile.in(folder(file));
    }

    private static Path folder(ScenarioFile file) {
        return file.path().toAbsolutePath().resolve("../..").normalize();
    }

    private static Map<String, byte[]> bundledTables() {
        Map<String, byte[]> tables = new TreeMap<>();
        try {
            for (Resource table : new PathMatchingResourcePatternResolver().getResources("classpath*:dmn/**/*.dmn")) {
                tables.put(String.valueOf(table.getFilename()), table.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The decision tables cannot be read.", e);
        }
        return tables;
    }
}
