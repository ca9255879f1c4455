package org.postroad.modeler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens the files of {@code bpmn/} and {@code dmn/} as Modeler does: no warnings, no lint errors, no changes when saved, all
 * element templates satisfied and shown in the panel, and readable diagrams.
 */
class FilesInModelerIT {

    private static final Path JOURNEY = Path.of("bpmn/browse-abandonment.bpmn");

    @BeforeAll
    static void skipWithoutModeler() {
        ModelerScripts.required();
    }

    @Test
    void opensAllFilesWithoutFaults() throws IOException {
        assertThat(check(files())).isEmpty();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> journeys = Files.list(Path.of("bpmn"));
                Stream<Path> decisions = Files.list(Path.of("dmn"))) {
            return Stream.concat(journeys, decisions)
                    .filter(file -> file.toString().endsWith("mn"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** Breaks each rule once, to prove that the checks find faults. */
    @Test
    void findsEachKindOfFault(@TempDir Path folder) throws IOException {
        Path[] broken = {
            withFault(folder, "unknown", "camunda:asyncBefore", "camunda:asyncBefor"),
            withFault(folder, "dangling", "targetRef=\"choose-action\"", "targetRef=\"choose-acton\""),
            withFault(folder, "unnamed", "name=\"Buys\"", "name=\"\""),
            withFault(folder, "guessed", "executionPlatformVersion=\"7.24.0\"", "executionPlatformVersion=\"7.9.0\""),
            withFault(
                    folder,
                    "outdated",
                    "goal-reached\" camunda:modelerTemplateVersion=\"1\"",
                    "goal-reached\" camunda:modelerTemplateVersion=\"7\""),
            withFault(folder, "misspelt", "name=\"slot\"", "name=\"slto\""),
            withFault(folder, "mistaken", "${nextBestAction}", "${sendEmail}"),
            withFault(folder, "doubtful", "value=\"after P14D\"", "value=\"after a fortnight\""),
            withFault(folder, "stray", "<di:waypoint x=\"540\" y=\"170\" />", "<di:waypoint x=\"520\" y=\"170\" />"),
            withFault(
                    folder,
                    "covered",
                    "<dc:Bounds x=\"274\" y=\"195\" width=\"53\"",
                    "<dc:Bounds x=\"384\" y=\"180\" width=\"53\""),
            withFault(
                    folder,
                    "crowded",
                    "name=\"Send reminder\"",
                    "name=\"Send a reminder that is so long that nobody could ever read it in a box\""),
            withFault(folder, "heaped", "<dc:Bounds x=\"540\" y=\"130\"", "<dc:Bounds x=\"440\" y=\"130\"")
        };

        assertThat(check(Stream.of(broken)))
                .contains(
                        "unknown.bpmn: send-reminder: unknown attribute <camunda:asyncBefor> (opens)",
                        "dangling.bpmn: to-choice: unresolved reference <choose-acton> (opens)",
                        "dangling.bpmn: to-choice: \"choose-acton\" became nothing (round-trip)",
                        "unnamed.bpmn: buys: Element is missing label/name (label-required)",
                        "guessed.bpmn: all of it: is for “Camunda Platform 7.9.0”, and must be for “Camunda Platform 7.24.0” (opens)",
                        "outdated.bpmn: bought: names version 7 of the template org.postroad.goal-reached, whose version is 1 (template)",
                        "misspelt.bpmn: choose-action: has the setting “slto”, which “Next best action” does not know (template)",
                        "mistaken.bpmn: choose-action: camunda:delegateExpression: is ${sendEmail}, and must be ${nextBestAction} (template)",
                        "stray.bpmn: to-mail: does not end on the border of send-still-thinking, its target, but at 520,170 (looks)",
                        "covered.bpmn: wait-for-best-time: has its label over choose-action (looks)",
                        "crowded.bpmn: send-reminder: has more text than room (looks)",
                        "heaped.bpmn: choose-action: lies over send-still-thinking (looks)")
                .anyMatch(line -> line.startsWith("doubtful.bpmn: looks-twice: Can enter again: “after a fortnight”"));
    }

    private static Path withFault(Path folder, String name, String right, String wrong) throws IOException {
        String drawing = Files.readString(JOURNEY);
        assertThat(drawing).contains(right);
        return Files.writeString(folder.resolve(name + ".bpmn"), drawing.replace(right, wrong));
    }

    private static List<String> check(Stream<Path> files) {
        return ModelerScripts.run("check.js", Stream.concat(Stream.of(ModelerScripts.TEMPLATES), files));
    }
}
