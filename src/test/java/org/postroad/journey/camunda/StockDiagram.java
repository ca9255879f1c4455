package org.postroad.journey.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A diagram of {@code bpmn/}, to be changed by tests. */
public record StockDiagram(String bpmn) {

    public static StockDiagram ofBrowseAbandonment() {
        return of(Path.of("bpmn/browse-abandonment.bpmn"));
    }

    public static Stream<StockDiagram> ofAllJourneys() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).map(StockDiagram::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StockDiagram of(Path file) {
        try {
            return new StockDiagram(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A copy with one text replaced.
     *
     * @throws IllegalArgumentException if the diagram does not contain the text, so that no test passes by changing nothing
     */
    public StockDiagram with(String changed, String by) {
        if (!bpmn.contains(changed)) {
            throw new IllegalArgumentException("The diagram does not hold " + changed);
        }
        return new StockDiagram(bpmn.replace(changed, by));
    }
}
