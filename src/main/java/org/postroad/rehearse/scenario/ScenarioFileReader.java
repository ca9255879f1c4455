package org.postroad.rehearse.scenario;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of scenarios. */
final class ScenarioFileReader {

    private static final List<String> CATALOG = List.of("products", "articles", "offers");

    private ScenarioFileReader() {}

    /**
     * The file's scenarios.
     *
     * @throws ScenarioUnreadable with file, line, scenario and key, and what to write instead
     */
    static ScenarioFile read(Path path) {
        String file = path.toString();
        YamlSection top = new YamlSection(file, "", yaml(path), "journey", "world", "scenarios");
        YamlSection world = top.section("world", ScenarioParser.WORLD).orElseGet(() -> ScenarioParser.nothing(file));
        Map<String, List<Map<String, Object>>> catalog = new LinkedHashMap<>();
        CATALOG.forEach(kind -> catalog.put(
                kind, world.sections(kind).stream().map(YamlSection::plain).toList()));
        List<Scenario> scenarios = top.sections("scenarios", ScenarioParser.SCENARIO).stream()
                .map(section -> new ScenarioParser(file, world, section).read())
                .toList();
        if (scenarios.isEmpty()) {
            throw top.fault("scenarios", "is missing; list at least one story");
        }
        requireUniqueNames(file, scenarios);
        return new ScenarioFile(path, top.requiredText("journey"), catalog, scenarios);
    }

    private static void requireUniqueNames(String file, List<Scenario> scenarios) {
        Set<String> names = new HashSet<>();
        scenarios.stream().filter(each -> !names.add(each.name())).findFirst().ifPresent(duplicate -> {
            throw new ScenarioUnreadable("%s, line %d: there is another scenario '%s'; give each a name of its own."
                    .formatted(file, duplicate.line(), duplicate.name()));
        });
    }

    private static Node yaml(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
            if (node == null) {
                throw new ScenarioUnreadable(path + " is empty.");
            }
            return node;
        } catch (MarkedYAMLException e) {
            throw new ScenarioUnreadable("%s, line %d: this is no YAML: %s."
                    .formatted(path, e.getProblemMark().getLine() + 1, e.getProblem()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read.", e);
        }
    }
}
