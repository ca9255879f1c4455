package org.postroad.journey.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A diagram for tests: the real browse-abandonment, with something changed in it. */
public record Drawing(String bpmn) {

    public static Drawing ofBrowseAbandonment() {
        return of(Path.of("bpmn/browse-abandonment.bpmn"));
    }

    static Stream<Drawing> ofAllJourneys() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).map(Drawing::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drawing of(Path file) {
        try {
            return new Drawing(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to change nothing, so that a test cannot pass because the diagram has moved on. */
    public Drawing with(String changed, String by) {
        if (!bpmn.contains(changed)) {
            throw new IllegalArgumentException("The diagram does not hold " + changed);
        }
        return new Drawing(bpmn.replace(changed, by));
    }
}
