package org.postroad.journey.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A diagram for tests: the real browse-abandonment, with something changed in it. */
record Drawing(String bpmn) {

    static Drawing ofBrowseAbandonment() {
        try {
            return new Drawing(Files.readString(Path.of("bpmn/browse-abandonment.bpmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to change nothing, so that a test cannot pass because the diagram has moved on. */
    Drawing with(String changed, String by) {
        if (!bpmn.contains(changed)) {
            throw new IllegalArgumentException("The diagram does not hold " + changed);
        }
        return new Drawing(bpmn.replace(changed, by));
    }
}
