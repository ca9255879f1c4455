package org.postroad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which package may use which: {@code allowed-dependencies.txt} beside this class. A line {@code a: b c} lets module or
 * package {@code a} use {@code b} and {@code c}. Between modules (the packages right below the root) the modules count;
 * within a module each package does.
 */
final class AllowedDependencies {

    private static final String ANYTHING = "*";

    private final Map<String, Set<String>> uses;
    private final Set<String> usedByAll;

    private AllowedDependencies(Map<String, Set<String>> uses) {
        this.usedByAll = Objects.requireNonNull(uses.remove(ANYTHING));
        this.uses = uses;
    }

    static AllowedDependencies read() {
        try (InputStream file = AllowedDependencies.class.getResourceAsStream("allowed-dependencies.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new AllowedDependencies(text.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0].strip(),
                            parts -> new TreeSet<String>(
                                    Arrays.asList(parts[1].strip().split("\\s+"))),
                            AllowedDependencies::union,
                            TreeMap::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        one.addAll(other);
        return one;
    }

    /** The name below {@code org.postroad}; empty for the root. */
    static String relative(String packageName) {
        return packageName.equals(ArchitectureTest.ROOT)
                ? ""
                : packageName.substring(ArchitectureTest.ROOT.length() + 1);
    }

    static String module(String relative) {
        return relative.replaceFirst("\\..*", "");
    }

    boolean permits(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        boolean within = module(from).equals(module(to));
        Set<String> allowed = uses.getOrDefault(within ? from : module(from), Set.of());
        return allowed.contains(within ? to : module(to))
                || !within && (usedByAll.contains(module(to)) || allowed.contains(ANYTHING));
    }

    /** The line's part that a dependency rests on, as {@code a: b}. */
    String arrow(String from, String to) {
        return module(from).equals(module(to)) ? from + ": " + to : module(from) + ": " + module(to);
    }

    /** All that the file allows by name. */
    Set<String> arrows() {
        return uses.entrySet().stream()
                .flatMap(line -> line.getValue().stream()
                        .filter(each -> !each.equals(ANYTHING))
                        .map(each -> line.getKey() + ": " + each))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
