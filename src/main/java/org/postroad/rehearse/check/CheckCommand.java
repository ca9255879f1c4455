package org.postroad.rehearse.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.postroad.journey.RehearsalEngine;
import org.postroad.rehearse.PrintingCommand;
import org.postroad.rehearse.RehearsalCommand;
import org.postroad.rehearse.RehearsalFiles;
import org.postroad.rehearse.RehearsalState;
import org.postroad.rehearse.SegmentFile;
import org.postroad.segment.SegmentRehearsal;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code check}: prints for each file what would prevent its deployment, and what could be better. */
@RehearsalCommand
@Component
@Conditional(RehearsalMode.class)
@Command(
        name = "check",
        description = {
            "Looks through diagrams and tables as a deployment does, and tells by file and element what is wrong.",
            "The simulated shop's offers are there, the contents that the settings name, and the segments of a file"
                    + " segments.yaml beside the folders of diagrams and tables. What a server knows beyond"
                    + " (who walks where) is looked at when the file is deployed there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all can be deployed", "1:something is wrong", "2:there is no such file"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class CheckCommand extends PrintingCommand {

    /** Diagrams may refer to tables. */
    private static final Comparator<Path> TABLES_FIRST = Comparator.comparing(
                    (Path file) -> file.toString().endsWith(".bpmn"))
            .thenComparing(Comparator.naturalOrder());

    private static final int INVALID = 1;
    private static final int UNUSABLE = 2;

    private final RehearsalState rehearsal;
    private final RehearsalEngine engine;
    private final SegmentRehearsal segments;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Folders, or files *.bpmn and *.dmn.")
    private List<Path> paths = List.of();

    private int wrong;

    CheckCommand(RehearsalState rehearsal, RehearsalEngine engine, SegmentRehearsal segments) {
        this.rehearsal = rehearsal;
        this.engine = engine;
        this.segments = segments;
    }

    @Override
    public Integer call() {
        rehearsal.stockCatalog();
        try {
            paths.forEach(path -> segments.define(SegmentFile.near(path)));
            List<Path> files = paths.stream()
                    .flatMap(path -> RehearsalFiles.find(path, ".bpmn", ".dmn").stream())
                    .sorted(TABLES_FIRST)
                    .toList();
            files.forEach(this::check);
            say("%d %s, %d wrong.".formatted(files.size(), files.size() == 1 ? "file" : "files", wrong));
            return wrong == 0 ? 0 : INVALID;
        } catch (UncheckedIOException e) {
            say("It cannot be read: " + e.getMessage());
            return UNUSABLE;
        } catch (IllegalArgumentException e) {
            say(String.valueOf(e.getMessage()));
            return UNUSABLE;
        }
    }

    private void check(Path file) {
        try {
            engine.deploy(Map.of(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            say("✓ " + file);
        } catch (IllegalArgumentException e) {
            wrong++;
            say("✗ " + file);
            String.valueOf(e.getMessage()).lines().forEach(line -> say("    " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine.warnings().forEach(warning -> say("    could be better: " + warning));
    }
}
