package org.postroad.rehearse.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.FlowCoverage;
import org.postroad.rehearse.PrintingCommand;
import org.postroad.rehearse.RehearsalCommand;
import org.postroad.segment.SegmentRehearsal;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: runs scenarios and prints what differs from their expectations. */
@RehearsalCommand
@Component
@Conditional(RehearsalMode.class)
@Command(
        name = "test",
        description = {
            "Plays the scenarios of journeys on a clock moved by hand, and tells what differs from what they expect.",
            "Each journey's file (welcome.bpmn) has its scenarios beside it (welcome.scenarios.yaml); each of its sequence"
                    + " flows must be taken by one of them. Nothing is sent, and no server, database or relay is touched."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went as expected, and each sequence flow was taken",
            "1:something differed, or a sequence flow was never taken",
            "2:a file cannot be used"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TestCommand extends PrintingCommand {

    private static final int DIFFERED = 1;
    private static final int UNUSABLE = 2;

    private final ScenarioFixtures fixtures;
    private final RehearsalEngine engine;
    private final SegmentRehearsal segments;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Folders, or files *.scenarios.yaml.")
    private List<Path> paths = List.of();

    @Option(names = "--only", paramLabel = "TEXT", description = "Only scenarios whose names contain this.")
    private String only = "";

    private int scenarios;
    private int failed;
    private final List<FlowCoverage> coverages = new ArrayList<>();

    TestCommand(ScenarioFixtures fixtures, RehearsalEngine engine, SegmentRehearsal segments) {
        this.fixtures = fixtures;
        this.engine = engine;
        this.segments = segments;
    }

    @Override
    public Integer call() {
        try {
            List<ScenarioFile> files = ScenarioFiles.scenarios(paths);
            files.stream().findFirst().ifPresent(this::deployTables);
            files.forEach(this::run);
        } catch (ScenarioUnreadable | IllegalArgumentException refusal) {
            say(String.valueOf(refusal.getMessage()));
            return UNUSABLE;
        }
        return summary();
    }

    /** They may ask for the segments that people define. */
    private void deployTables(ScenarioFile file) {
        segments.define(ScenarioFiles.segments(file));
        engine.deploy(ScenarioFiles.tables(file));
    }

    private void run(ScenarioFile file) {
        say(file.path().toString());
        try (ScenarioFixtures.ScenarioFixture journey = fixtures.open(file)) {
            file.scenarios().stream()
                    .filter(scenario -> scenario.name().contains(only))
                    .forEach(scenario -> run(journey, scenario));
            if (only.isEmpty()) {
                report(journey.coverage());
            }
        }
    }

    private void run(ScenarioFixtures.ScenarioFixture journey, Scenario scenario) {
        long began = System.nanoTime();
        List<String> differences = journey.run(scenario);
        double seconds = (System.nanoTime() - began) / 1e9;
        scenarios++;
        failed += differences.isEmpty() ? 0 : 1;
        String verdict = differences.isEmpty() ? "ok     " : "DIFFERS";
        String where = differences.isEmpty() ? "" : ", line " + scenario.line();
        say(String.format(Locale.ROOT, "  %s %s (%.2f s%s)", verdict, scenario.name(), seconds, where));
        differences.forEach(difference -> say("          - " + difference));
    }

    private void report(FlowCoverage coverage) {
        coverages.add(coverage);
        say("  %d of %d sequence flows taken".formatted(coverage.taken(), coverage.flows()));
        coverage.neverTaken().forEach(flow -> say("          - never taken: " + flow));
    }

    private int summary() {
        int flows = coverages.stream().mapToInt(FlowCoverage::flows).sum();
        int taken = coverages.stream().mapToInt(FlowCoverage::taken).sum();
        say("%d scenarios, %d as expected, %d different.".formatted(scenarios, scenarios - failed, failed)
                + (only.isEmpty() ? " %d of %d sequence flows taken.".formatted(taken, flows) : ""));
        return failed == 0 && taken == flows ? 0 : DIFFERED;
    }
}
