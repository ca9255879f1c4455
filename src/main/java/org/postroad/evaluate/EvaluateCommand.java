package org.postroad.evaluate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.postroad.rehearse.PrintingCommand;
import org.postroad.rehearse.RehearsalCommand;
import org.postroad.time.RehearsalMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code evaluate}: reruns the figures that the models promise. */
@RehearsalCommand
@Component
@Conditional(RehearsalMode.class)
@Command(
        name = "evaluate",
        description = {
            "Measures what the models reach on real data and on the simulated shop, beside the simplest rule that could"
                    + " replace each, and writes report.html and report.json.",
            "No installation is read or changed. Exit code 0: every line holds; 1: a line falls short or was skipped."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class EvaluateCommand extends PrintingCommand {

    private static final Logger log = LoggerFactory.getLogger(EvaluateCommand.class);
    private static final int FALLS_SHORT = 1;
    private static final int UNUSABLE = 2;

    private final List<Evaluation> evaluations;
    private final EvaluationReport report;
    private final LongSupplier nanoTime;

    @Parameters(paramLabel = "LINE", description = "The lines to run, such as cdnow-fit; all if none is named.")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "../shared/data",
            description =
                    "Where the data are (${DEFAULT-VALUE}); another folder may hold other rows of the same shape.")
    private Path data = Path.of("../shared/data");

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "target/evaluate",
            description = "Where the report is written (${DEFAULT-VALUE}).")
    private Path out = Path.of("target/evaluate");

    @Autowired
    EvaluateCommand(ObjectProvider<Evaluation> evaluations, EvaluationReport report) {
        this(evaluations.stream().toList(), report, System::nanoTime);
    }

    EvaluateCommand(List<Evaluation> evaluations, EvaluationReport report, LongSupplier nanoTime) {
        this.evaluations = evaluations.stream()
                .sorted(Comparator.comparing(Evaluation::id))
                .toList();
        this.report = report;
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() {
        Set<String> known = evaluations.stream().map(Evaluation::id).collect(Collectors.toCollection(TreeSet::new));
        List<String> unknown =
                wanted.stream().filter(line -> !known.contains(line)).toList();
        if (!unknown.isEmpty()) {
            say("There is no line " + String.join(", ", unknown) + ". There are: " + String.join(", ", known) + ".");
            return UNUSABLE;
        }
        List<ReportLine> lines = evaluations.stream()
                .filter(evaluation -> wanted.isEmpty() || wanted.contains(evaluation.id()))
                .map(this::run)
                .toList();
        report.write(out, lines);
        say("The report is in " + out.resolve("report.html") + ".");
        return lines.stream().allMatch(line -> line.verdict().equals(ReportLine.HOLDS)) ? 0 : FALLS_SHORT;
    }

    private ReportLine run(Evaluation evaluation) {
        out().print(String.format(Locale.ROOT, "%-20s ", evaluation.id()));
        out().flush();
        long began = nanoTime.getAsLong();
        ReportLine line = line(evaluation);
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - began);
        say(String.format(
                Locale.ROOT,
                "%-11s %s (%d.%d s)",
                line.verdict(),
                line.figure().isEmpty() ? line.what() : numbers(line.figure()) + ", promised: " + line.atLeast(),
                took.toSeconds(),
                took.toMillisPart() / 100));
        return line;
    }

    /** Whatever is wrong with the data of a line, the others are run. */
    private ReportLine line(Evaluation evaluation) {
        try {
            return ReportLine.of(evaluation.id(), evaluation.run(new EvaluationData(data)));
        } catch (MissingData missing) {
            return ReportLine.skipped(evaluation.id(), String.valueOf(missing.getMessage()));
        } catch (RuntimeException unusable) {
            log.debug("{} cannot be run", evaluation.id(), unusable);
            return ReportLine.skipped(
                    evaluation.id(), "it cannot be run on what is in " + data + " (" + unusable + ")");
        }
    }

    private static String numbers(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .map(number -> String.format(Locale.ROOT, "%s %.4f", number.getKey(), number.getValue()))
                .collect(Collectors.joining(", "));
    }
}
