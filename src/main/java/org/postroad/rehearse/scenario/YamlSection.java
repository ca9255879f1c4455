package org.postroad.rehearse.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in a scenario file. It knows its place, so that every error message can name it. */
final class YamlSection {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}\\.\\d{1,15}");

    private final String place;
    private final String path;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param place file and scenario, for messages
     * @param path the keys that lead here; empty at the top
     * @param known the keys that are allowed; none allows any
     */
    YamlSection(String place, String path, Node node, String... known) {
        this.place = place;
        this.path = path;
        this.node = node instanceof MappingNode mapping
                ? mapping
                : fail(
                        node,
                        path,
                        "must be a list of \"key: value\"" + (known.length == 0 ? "" : " with " + or(known)));
        this.node.getValue().forEach(entry -> {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            if (known.length > 0 && !List.of(known).contains(key)) {
                fail(entry.getKeyNode(), at(key), "is not known here; known are " + String.join(", ", known));
            }
            values.put(key, entry.getValueNode());
        });
    }

    private static String or(String... known) {
        return String.join(", ", known);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The same section under another place. */
    YamlSection in(String newPlace) {
        return new YamlSection(newPlace, "", node);
    }

    Optional<YamlSection> section(String key, String... known) {
        return value(key).map(value -> new YamlSection(place, at(key), value, known));
    }

    List<YamlSection> sections(String key, String... known) {
        return list(key, value -> new YamlSection(place, at(key), value, known));
    }

    List<String> texts(String key) {
        return list(key, value -> scalar(key, value));
    }

    private <T> List<T> list(String key, Function<Node, T> each) {
        Optional<Node> value = value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode list) {
            return list.getValue().stream().map(each).toList();
        }
        throw fault(key, "must be a list: [ …, … ], or lines that begin with \"- \"");
    }

    Optional<String> text(String key) {
        return value(key).map(value -> scalar(key, value));
    }

    String requiredText(String key) {
        return text(key).orElseThrow(() -> fault(key, "is missing"));
    }

    /** A parsed text. An {@link IllegalArgumentException} of the parser is reported with the place. */
    <T> Optional<T> text(String key, Function<String, T> parser) {
        return text(key).map(text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw fault(key, String.valueOf(e.getMessage()));
            }
        });
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String scalar(String key, Node value) {
        return value instanceof ScalarNode scalar
                ? scalar.getValue().strip()
                : fail(value, at(key), "must be a plain text");
    }

    /** Everything in it as plain values: strings, numbers, booleans, lists and maps of these. */
    Map<String, Object> plain() {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    private static Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return new YamlSection("", "", mapping).plain();
        }
        if (node instanceof SequenceNode list) {
            List<Object> values = new ArrayList<>();
            list.getValue().forEach(each -> values.add(plain(each)));
            return values;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isPlain() ? plain(scalar.getValue()) : scalar.getValue();
    }

    /** Only numbers, {@code true} and {@code false} are typed; YAML's other conversions ("no", times) would surprise. */
    private static Object plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
    }

    /** An exception to throw: what is wrong with the value of a key. */
    ScenarioUnreadable fault(String key, String what) {
        return unreadable(values.getOrDefault(key, node), at(key), what);
    }

    private <T> T fail(Node where, String what, String wrong) {
        throw unreadable(where, what, wrong);
    }

    private ScenarioUnreadable unreadable(Node where, String what, String wrong) {
        return new ScenarioUnreadable("%s, line %d: %s %s."
                .formatted(
                        place, where.getStartMark().getLine() + 1, what.isEmpty() ? "it" : "\"" + what + "\"", wrong));
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
