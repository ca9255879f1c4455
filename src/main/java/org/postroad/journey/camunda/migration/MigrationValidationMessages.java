package org.postroad.journey.camunda.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;

/** Translates the engine's migration validation messages for marketers. */
final class MigrationValidationMessages {

    /** By the beginning of the engine's message; others are passed on unchanged. */
    private static final Map<String, String> TRANSLATIONS = translations();

    private MigrationValidationMessages() {}

    private static Map<String, String> translations() {
        Map<String, String> translations = new LinkedHashMap<>();
        translations.put(
                "There is no migration instruction", "the new version has no such step; write where its people go");
        translations.put("Activities have incompatible types", "they are different kinds of steps");
        translations.put("Events are not of the same type", "they are different kinds of events");
        translations.put(
                "Target activity is not asyncBefore", "the new step does not begin in a transaction of its own");
        translations.put(
                "The target gateway must have",
                "the new gateway has fewer ways in; people may be on one of the others");
        translations.put("Only one gateway can be mapped", "another gateway goes there already");
        translations.put("The closest mapped ancestor", "the new step lies in another frame");
        translations.put("The gateway's flow scope", "the frame around it is not there any more");
        translations.put("The source activity's event scope", "what it belongs to goes elsewhere");
        translations.put("The type of the source activity is not supported", "nobody can be moved who stands there");
        translations.put("Source activity has incoming", "nobody can be moved who stands there");
        return translations;
    }

    static List<String> of(MigrationPlanValidationException e) {
        return e.getValidationReport().getInstructionReports().stream()
                .flatMap(report -> report.getFailures().stream()
                        .map(failure -> step(report.getMigrationInstruction()) + translate(failure) + "."))
                .toList();
    }

    private static String step(MigrationInstruction step) {
        return "'" + step.getSourceActivityId() + "' cannot become '" + step.getTargetActivityId() + "': ";
    }

    static List<String> of(MigratingProcessInstanceValidationException e) {
        MigratingProcessInstanceValidationReport report = e.getValidationReport();
        Stream<String> waits = report.getActivityInstanceReports().stream()
                .flatMap(step -> step.getFailures().stream().map(failure -> atStep(step.getSourceScopeId(), failure)));
        Stream<String> transitions = report.getTransitionInstanceReports().stream()
                .flatMap(step -> step.getFailures().stream().map(failure -> atStep(step.getSourceScopeId(), failure)));
        return Stream.of(report.getFailures().stream().map(MigrationValidationMessages::translate), waits, transitions)
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static String atStep(String step, String failure) {
        return "Stands at '" + step + "': " + translate(failure) + ".";
    }

    private static String translate(String failure) {
        return TRANSLATIONS.entrySet().stream()
                .filter(known -> failure.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(failure);
    }
}
