package org.postroad.journey.camunda;

import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;

/** The files at start cannot be deployed; nothing was changed. */
final class JourneysRefused extends RuntimeException {

    JourneysRefused(String faults) {
        super(faults);
    }

    JourneysRefused(String faults, Throwable cause) {
        super(faults, cause);
    }

    /** All that the engine and the inspection found, a line each: file, line, sentence. */
    static JourneysRefused because(ParseException e) {
        List<String> lines = e.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(problem -> line(report, problem)))
                .toList();
        return new JourneysRefused(String.join("\n", lines), e);
    }

    private static String line(ResourceReport report, Problem problem) {
        return report.getResourceName() + ", line " + problem.getLine() + ": " + problem.getMessage()
                + element(problem);
    }

    /** The inspection's sentences begin with the element, the engine's do not. */
    private static String element(Problem problem) {
        String id = problem.getMainElementId();
        return id == null || problem.getMessage().contains("'" + id + "'") ? "" : " (element '" + id + "')";
    }
}
