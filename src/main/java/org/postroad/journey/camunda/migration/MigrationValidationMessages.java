package org.postroad.journey.camunda.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** What the engine has against a migration, in the words of who draws journeys. */
final class MigrationValidationMessages {

    /** The beginning of what the engine says, and what that means; what is not known here is passed on as it is. */
    private static final Map<String, String> WORDS = words();

    private MigrationValidationMessages() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("There is no migration instruction", "the new version has no such step; write where its people go");
        words.put("Activities have incompatible types", "they are different kinds of steps");
        words.put("Events are not of the same type", "they are different kinds of events");
        words.put("Target activity is not asyncBefore", "the new step does not begin in a transaction of its own");
        words.put(
                "The target gateway must have",
                "the new gateway has fewer ways in; people may be on one of the others");
        words.put("Only one gateway can be mapped", "another gateway goes there already");
        words.put("The closest mapped ancestor", "the new step lies in another frame");
        words.put("The gateway's flow scope", "the frame around it is not there any more");
        words.put("The source activity's event scope", "what it belongs to goes elsewhere");
        words.put("The type of the source activity is not supported", "nobody can be moved who stands there");
        words.put("Source activity has incoming", "nobody can be moved who stands there");
        return words;
    }

    static List<String> of(MigrationPlanValidationException e) {
        return e.getValidationReport().getInstructionReports().stream()
                .flatMap(report -> report.getFailures().stream()
                        .map(failure -> step(report.getMigrationInstruction()) + plainly(failure) + "."))
                .toList();
    }

    private static String step(MigrationInstruction step) {
        return "'" + step.getSourceActivityId() + "' cannot become '" + step.getTargetActivityId() + "': ";
    }

    static List<String> of(MigratingProcessInstanceValidationException e) {
        MigratingProcessInstanceValidationReport report = e.getValidationReport();
        Stream<String> waits = report.getActivityInstanceReports().stream()
                .flatMap(step -> step.getFailures().stream().map(failure -> stands(step.getSourceScopeId(), failure)));
        Stream<String> transitions = report.getTransitionInstanceReports().stream()
                .flatMap(step -> step.getFailures().stream().map(failure -> stands(step.getSourceScopeId(), failure)));
        return Stream.of(report.getFailures().stream().map(MigrationValidationMessages::plainly), waits, transitions)
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static String stands(String step, String failure) {
        return "Stands at '" + step + "': " + plainly(failure) + ".";
    }

    private static String plainly(String failure) {
        return WORDS.entrySet().stream()
                .filter(known -> failure.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(failure);
    }
}
