package org.postroad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of packages in {@code src/docs/architecture.md}: each with its sentence and what it may use. */
final class PackageMap {

    private static final Path SOURCES = Path.of("src/main/java/org/postroad");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@(?:code|link)\\s+(?:org\\.postroad\\.[\\w.]+\\.)?([^}]+)}");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=\\.) +(?=[A-Z<])");

    private PackageMap() {}

    /** One row for each package, in the order of the folders. */
    static String table() {
        return "| Package | Purpose | May use |\n|---|---|---|\n"
                + packages().map(PackageMap::row).collect(Collectors.joining());
    }

    private static Stream<Path> packages() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Path folder) {
        String name = SOURCES.relativize(folder).toString().replace('/', '.');
        String used = ArchitectureTest.ALLOWED.arrows().stream()
                .filter(arrow -> arrow.startsWith(name + ": "))
                .map(arrow -> "`" + arrow.substring(name.length() + 2) + "`")
                .collect(Collectors.joining(", "));
        String title = name.isEmpty() ? ArchitectureTest.ROOT : name;
        return "| [`%s`](../../%s) | %s | %s |\n".formatted(title, folder, sentence(folder), used);
    }

    /** The first sentence of the package's Javadoc. */
    private static String sentence(Path folder) {
        try {
            Matcher javadoc = JAVADOC.matcher(Files.readString(folder.resolve("package-info.java")));
            String text = javadoc.find() ? javadoc.group(1) : "";
            String line = text.replaceAll("\\s*\\n[ *]*", " ").strip();
            return TAG.matcher(END_OF_SENTENCE.split(line)[0]).replaceAll(PackageMap::code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(MatchResult tag) {
        return Matcher.quoteReplacement("`" + tag.group(1) + "`");
    }
}
