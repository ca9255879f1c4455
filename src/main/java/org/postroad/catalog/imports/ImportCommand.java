package org.postroad.catalog.imports;

import static org.postroad.catalog.imports.ImportProgress.grouped;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.imports.OrderImport.OrderImportOptions;
import org.postroad.event.EventBacklog;
import org.postroad.event.EventIntake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code import FILE}: imports a shop's past. Can be stopped and run again: what was imported is known by its id.
 */
@Component
@Command(
        name = "import",
        description = {
            "Imports events (.ndjson, .jsonl) or order lines (.csv), each also as .gz.",
            "Old events build profiles and start no journey. Stop it and run it again as you like: nothing is doubled."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private static final int STOPPED = 1;
    private static final int REFUSED = 2;
    private static final Logger log = LoggerFactory.getLogger(ImportCommand.class);

    private final EventIntake intake;
    private final EventBacklog backlog;
    private final Catalog catalog;
    private final ObjectMapper mapper;
    private final Path reports;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "What to import.")
    private Path path = Path.of("");

    @Option(
            names = "--map",
            split = ",",
            paramLabel = "FIELD=COLUMN",
            description = "Where a field of an order line is: customer, order, product, quantity, price, time, name."
                    + " What is not told is found by the usual headings.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--time-format",
            description = "Pattern of times, such as \"M/d/yyyy H:mm\". ISO 8601 when not told.")
    private @Nullable String timeFormat;

    @Option(names = "--zone", defaultValue = "UTC", description = "Zone of times without an offset (${DEFAULT-VALUE}).")
    private String zone = "UTC";

    @Option(names = "--currency", description = "Currency of all prices, such as EUR.")
    private @Nullable String currency;

    @Option(names = "--charset", defaultValue = "UTF-8", description = "How the file is written (${DEFAULT-VALUE}).")
    private Charset charset = StandardCharsets.UTF_8;

    @Option(
            names = "--source",
            defaultValue = "import",
            description = "Keeps the orders of several shops apart that use the same numbers (${DEFAULT-VALUE}).")
    private String source = "import";

    @Option(
            names = "--create-products",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Make products of those that the catalog lacks (${DEFAULT-VALUE}).")
    private boolean createProducts = true;

    @Option(
            names = "--no-goods",
            split = ",",
            paramLabel = "PRODUCT",
            description =
                    "Products of order lines that are no goods, such as postage: counted, but not put into the catalog.")
    private Set<String> noGoods = Set.of();

    @Option(
            names = "--show-skipped",
            defaultValue = "10",
            paramLabel = "N",
            description = "How many skipped lines to show on the screen (${DEFAULT-VALUE}); the report has all.")
    private int showSkipped = 10;

    ImportCommand(
            EventIntake intake,
            EventBacklog backlog,
            Catalog catalog,
            ObjectMapper mapper,
            @Value("${postroad.home:.postroad}") Path home) {
        this.intake = intake;
        this.backlog = backlog;
        this.catalog = catalog;
        this.mapper = mapper;
        this.reports = home.resolve("imports");
    }

    @Override
    public Integer call() {
        ImportProgress progress = new ImportProgress(out(), System::nanoTime);
        try {
            run(new ImportFile(readable(path), charset), progress);
            return 0;
        } catch (ImportRefused refused) {
            progress.println(String.valueOf(refused.getMessage()));
            return REFUSED;
        } catch (IOException | RuntimeException failure) {
            log.error("The import of {} stopped", path, failure);
            progress.println("The import stopped: " + failure.getMessage()
                    + ". Run it again when that is mended: what was taken is known by its id.");
            return STOPPED;
        }
    }

    private void run(ImportFile file, ImportProgress progress) throws IOException {
        ImportFile.FileKind kind = file.kind();
        Path report = reports.resolve(file.path().getFileName() + ".skipped.csv");
        try (SkippedLines skipped = new SkippedLines(report, showSkipped, progress);
                BacklogDrainer drainer = new BacklogDrainer(backlog)) {
            BatchedEventIntake imported = new BatchedEventIntake(intake, skipped);
            long lines = kind == ImportFile.FileKind.EVENTS
                    ? new EventImport(file, source, mapper, progress).importInto(imported, skipped)
                    : importOrders(file, imported, skipped, progress);
            drainer.drainRest(progress);
            printSummary(lines, imported, skipped, progress);
        }
    }

    private long importOrders(
            ImportFile file, BatchedEventIntake imported, SkippedLines skipped, ImportProgress progress)
            throws IOException {
        OrderImportOptions options =
                new OrderImportOptions(source, Optional.ofNullable(currency), createProducts, noGoods);
        TimestampParser timestamps = new TimestampParser(Optional.ofNullable(timeFormat), TimestampParser.zone(zone));
        OrderFile orders = new OrderFile(file, columns, timestamps, progress);
        return new OrderImport(orders, options, catalog, mapper, progress).importInto(imported, skipped);
    }

    private void printSummary(long lines, BatchedEventIntake imported, SkippedLines skipped, ImportProgress progress) {
        skipped.reasons().forEach((kind, count) -> progress.println("  " + grouped(count) + " lines skipped: " + kind));
        if (skipped.count() > 0) {
            progress.println("  Listed in " + skipped.report());
        }
        progress.println("Events: %s new, %s known already."
                .formatted(grouped(imported.accepted()), grouped(imported.duplicates())));
        progress.println("Lines: %s taken + %s skipped = %s. %s s, %s lines/s."
                .formatted(
                        grouped(imported.takenLines()),
                        grouped(skipped.count()),
                        grouped(lines),
                        grouped(Math.round(progress.seconds())),
                        grouped(Math.round(lines / progress.seconds()))));
    }

    private static Path readable(Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new ImportRefused("There is no file that can be read at " + path.toAbsolutePath() + ".");
        }
        return path;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }
}
