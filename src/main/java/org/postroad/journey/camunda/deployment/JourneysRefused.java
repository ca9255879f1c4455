package org.postroad.journey.camunda.deployment;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.xml.sax.SAXParseException;

/** The files at start cannot be deployed; nothing was changed. The message names each fault on a line of its own. */
public final class JourneysRefused extends RuntimeException {

    JourneysRefused(String faults) {
        super(faults);
    }

    JourneysRefused(String faults, Throwable cause) {
        super(faults, cause);
    }

    /** All faults of a failed deployment, a line each: file, line in it, sentence. */
    public static JourneysRefused because(ProcessEngineException e) {
        return new JourneysRefused(e instanceof ParseException parse ? faults(parse) : sentence(e), e);
    }

    private static String faults(ParseException e) {
        return e.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(problem -> line(report, problem)))
                .collect(Collectors.joining("\n"));
    }

    /** For a file that is no XML, the engine names the file, and the cause the line. */
    private static String sentence(ProcessEngineException e) {
        String line = e.getCause() instanceof SAXParseException parse
                ? " (line " + parse.getLineNumber() + ", column " + parse.getColumnNumber() + ")"
                : "";
        return String.valueOf(e.getMessage()).replaceFirst("^ENGINE-\\d+ ", "") + line;
    }

    private static String line(ResourceReport report, Problem problem) {
        return report.getResourceName() + ", line " + problem.getLine() + ": " + problem.getMessage()
                + element(problem);
    }

    /** Postroad's sentences begin with the element; the engine's do not. */
    private static String element(Problem problem) {
        String id = problem.getMainElementId();
        return id == null || problem.getMessage().contains("'" + id + "'") ? "" : " (element '" + id + "')";
    }
}
