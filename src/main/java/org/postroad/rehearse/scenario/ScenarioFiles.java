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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files that a rehearsal is about: scenarios, and the decision tables that go along. */
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
        List<Path> scenarios = files(folder, ScenarioFile.ENDING);
        files(folder, ".bpmn").stream()
                .map(diagram -> diagram.resolveSibling(
                        diagram.getFileName().toString().replaceFirst("\\.bpmn$", ScenarioFile.ENDING)))
                .filter(wanted -> !scenarios.contains(wanted))
                .findFirst()
                .ifPresent(missing -> {
                    throw new ScenarioUnreadable("There is no " + missing + "; write scenarios for that journey.");
                });
        return scenarios.stream();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read.", e);
        }
    }

    /** The decision tables in {@code dmn/} beside the folder of the scenarios; if there is none, those that are shipped. */
    static Map<String, byte[]> tables(ScenarioFile file) {
        Path folder = file.path().toAbsolutePath().resolve("../../dmn").normalize();
        Map<String, byte[]> tables = new TreeMap<>();
        try {
            if (Files.isDirectory(folder)) {
                for (Path table : files(folder, ".dmn")) {
                    tables.put(table.getFileName().toString(), Files.readAllBytes(table));
                }
            } else {
                for (Resource table :
                        new PathMatchingResourcePatternResolver().getResources("classpath*:dmn/**/*.dmn")) {
                    tables.put(String.valueOf(table.getFilename()), table.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The decision tables cannot be read.", e);
        }
        return tables;
    }
}
