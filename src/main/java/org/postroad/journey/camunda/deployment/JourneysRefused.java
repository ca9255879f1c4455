package org.postroad.journey.camunda.deployment;

import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.xml.sax.SAXParseException;

/** The files at start cannot be deployed; nothing was changed. */
public final class JourneysRefused extends RuntimeException {

    JourneysRefused(String faults) {
        super(faults);
    }

    JourneysRefused(String faults, Throwable cause) {
        super(faults, cause);
    }

    /** All that was found, a line each: file, line in it, sentence. */
    public static JourneysRefused because(ProcessEngineException e) {
        return new JourneysRefused(e instanceof ParseException parse ? faults(parse) : noXml(e), e);
    }

    private static String faults(ParseException e) {
        return e.getResorceReports().stream()
                .flatMap(report -> report.getErrors().stream().map(problem -> line(report, problem)))
                .collect(Collectors.joining("\n"));
    }

    /** The engine names the file, and only the XML parser knows the line. */
    private static String noXml(ProcessEngineException e) {
        String line = e.getCause() instanceof SAXParseException parse
                ? " (line " + parse.getLineNumber() + ", column " + parse.getColumnNumber() + ")"
                : "";
        return String.valueOf(e.getMessage()).replaceFirst("^ENGINE-\\d+ ", "") + line;
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
