package org.postroad.rehearse.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postroad.rehearse.PrintingCommand;
import org.postroad.rehearse.RehearsalCommand;
import org.postroad.rehearse.SegmentFile;
import org.postroad.rehearse.SimulationScene;
import org.postroad.rehearse.sample.SampleRequest;
import org.postroad.rehearse.sample.SampledScenes;
import org.postroad.segment.SegmentRehearsal;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate}: runs months of a journey in minutes, and writes a report. */
@RehearsalCommand(models = true, concurrent = true)
@Component
@Conditional(RehearsalMode.class)
@Command(
        name = "simulate",
        description = {
            "Lets simulated customers live with a journey, and with all others of the folder, and tells what came of it.",
            "Diagrams, tables and models are the real ones; the people, their past and their purchases are made up. Nothing"
                    + " is sent, and no server, database or relay is touched. The same seed makes the same figures.",
            "With --sample, the people and their past are those of the configured installation, anonymised; its database is"
                    + " only read."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class SimulateCommand extends PrintingCommand {

    private static final int UNUSABLE = 2;
    private static final Instant DEFAULT_START = Instant.parse("2026-03-02T00:00:00Z");

    private final Simulation simulation;
    private final SimulationResults simulationResults;
    private final CustomerOutcomes customerOutcomes;
    private final SampledScenes scenes;
    private final SegmentRehearsal segments;

    @Parameters(
            paramLabel = "JOURNEY",
            description = "The journey's id, such as win-back, or the path of its diagram, such as bpmn/win-back.bpmn.")
    private String journey = "";

    @Option(names = "--customers", defaultValue = "2000", description = "How many people there are (${DEFAULT-VALUE}).")
    private int customers = 2000;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "Instead of made-up people, take so many of the installation's own customers by lot, anonymised,"
                            + " with their past and the catalog; they live on with habits estimated from it.")
    private @Nullable Integer sample;

    @Option(names = "--days", defaultValue = "60", description = "How long they live with it (${DEFAULT-VALUE}).")
    private int days = 60;

    @Option(names = "--seed", defaultValue = "1", description = "Start of all chance (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--starts",
            description =
                    "The first day (2026-03-02; with --sample, when the installation last heard of anything). Seasons"
                            + " matter, so it is part of the seed.")
    private @Nullable LocalDate starts;

    @Option(
            names = "--files",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description =
                    "Where bpmn/ and dmn/ are, and segments.yaml, if there is one (the working folder); nothing of it need be"
                            + " deployed.")
    private Path folder = Path.of(".");

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Another diagram of the journey: both are run with the same people, and the difference is"
                    + " reported with its interval.")
    private @Nullable String against;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where to write the report (simulation-JOURNEY.html).")
    private @Nullable Path report;

    SimulateCommand(
            Simulation simulation,
            SimulationResults simulationResults,
            CustomerOutcomes customerOutcomes,
            SampledScenes scenes,
            SegmentRehearsal segments) {
        this.simulation = simulation;
        this.simulationResults = simulationResults;
        this.customerOutcomes = customerOutcomes;
        this.scenes = scenes;
        this.segments = segments;
    }

    @Override
    public Integer call() {
        if (customers < 1 || days < 1 || sample != null && sample < 1) {
            say("--customers, --days and --sample must be 1 or more.");
            return UNUSABLE;
        }
        try {
            simulate();
            return 0;
        } catch (IllegalArgumentException refusal) {
            say(String.valueOf(refusal.getMessage()));
            return UNUSABLE;
        }
    }

    private void simulate() {
        Map<String, byte[]> files = JourneyFolder.read(folder);
        JourneyFile first = JourneyFile.find(journey, files, folder);
        Optional<JourneyFile> second = Optional.ofNullable(against).map(file -> JourneyFile.find(file, files, folder));
        Cast cast = cast(files, first, second);
        SimulationPlan plan = new SimulationPlan(first.journey(), cast.scene().customers(), days, seed, cast.starts());
        long began = System.nanoTime();
        Optional<Map<String, CustomerOutcome>> instead = second.map(other -> {
            run(plan, cast.scene(), other.in(files, first.journey()), String.valueOf(against));
            return customerOutcomes.of(plan);
        });
        run(plan, cast.scene(), first.in(files, first.journey()), against == null ? "" : journey);
        SimulationResult result = simulationResults.of(plan);
        Optional<VariantComparison> comparison =
                instead.map(other -> VariantComparison.of(String.valueOf(against), customerOutcomes.of(plan), other));
        Path target = report == null ? Path.of("simulation-" + first.journey() + ".html") : report;
        write(target, SimulationReportPage.html(plan, cast.scene(), result, comparison));
        result.lines().forEach(this::say);
        comparison.ifPresent(this::say);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        say("%d s. The report is in %s.".formatted(took.toSeconds(), target));
    }

    /** Who lives in the simulation, and from when on. */
    private record Cast(SimulationScene scene, Instant starts) {}

    private Cast cast(Map<String, byte[]> files, JourneyFile first, Optional<JourneyFile> second) {
        Optional<Instant> chosen = Optional.ofNullable(starts)
                .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
        if (sample == null) {
            return new Cast(new ShopScene(seed, customers), chosen.orElse(DEFAULT_START));
        }
        Map<String, byte[]> mentioned = new TreeMap<>(files);
        mentioned.put("first", first.diagram());
        second.ifPresent(other -> mentioned.put("second", other.diagram()));
        SampledScenes.SampledScene taken = scenes.take(new SampleRequest(
                sample, seed, chosen, mentioned, SegmentFile.in(folder).values()));
        if (taken.available() < sample) {
            say("The installation has only %,d customers with an e-mail address; all are taken."
                    .formatted(taken.available()));
        }
        return new Cast(taken.scene(), taken.starts());
    }

    private void run(SimulationPlan plan, SimulationScene scene, Map<String, byte[]> files, String name) {
        say("%,d people tell of their past ...".formatted(plan.customers()));
        ProgressBar bar = new ProgressBar(out(), name, plan.days(), System::nanoTime);
        simulation.run(
                plan, scene, files, SegmentFile.in(folder), now -> bar.reached(Duration.between(plan.starts(), now)));
        segments.unknownIn(files.values())
                .forEach(segment -> say(
                        "There is no segment '%s', for which somebody asks here, so nobody is in it. Define it in %s."
                                .formatted(segment, folder.resolve(SegmentFile.NAME))));
    }

    private void say(VariantComparison comparison) {
        say("With %s instead, for %,d people:".formatted(comparison.against(), comparison.customers()));
        comparison.lines().forEach(this::say);
    }

    private static void write(Path target, String html) {
        try {
            Files.writeString(target, html);
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + target, e);
        }
    }
}
