package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a JSON object by name and type. Each method throws {@link BadInput} with a sentence that names the
 * field if its value is not valid; null counts as absent. Keeps track of the fields read, see {@link #withUnreadFields}.
 */
public final class JsonFields {

    /** The database's columns for money hold smaller numbers. */
    private static final BigDecimal LIMIT = new BigDecimal("1e10");

    private final JsonNode object;
    private final String prefix;
    private final Set<String> read = new HashSet<>();

    private JsonFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** @param what the kind of object, with its article, for the exception: {@code an event} */
    public static JsonFields of(JsonNode json, String what) {
        if (!json.isObject()) {
            throw new BadInput(what + " must be a JSON object, but this is " + JsonValues.kindOf(json));
        }
        return new JsonFields(json, "");
    }

    /** @throws BadInput also for a line that is not JSON */
    public static JsonFields of(BodyEntry entry, String what) {
        if (entry instanceof BodyEntry.ValidEntry valid) {
            return of(valid.json(), what);
        }
        throw new BadInput(entry instanceof BodyEntry.BrokenEntry broken ? broken.reason() : what + " is missing");
    }

    /** As {@link #of(JsonNode, String)}, with the id from the address; an id in the body must be the same. */
    public static JsonFields ofWithId(JsonNode json, String what, String id) {
        Optional<String> written = of(json, what).text("id", Integer.MAX_VALUE);
        if (written.isPresent() && !written.get().equals(id)) {
            throw new BadInput("id is '" + JsonValues.shortened(written.get()) + "' in the body, but '"
                    + JsonValues.shortened(id) + "' in the address");
        }
        return new JsonFields(((ObjectNode) json).deepCopy().put("id", id), "");
    }

    private Optional<JsonNode> field(String name) {
        read.add(name);
        return Optional.ofNullable(object.get(name)).filter(value -> !value.isNull());
    }

    /** Whether the field is present, even with the value null. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** A text that must be present and not blank. */
    public String requiredText(String name, int longest) {
        return text(name, longest).orElseThrow(() -> new BadInput(prefix + name + " is missing"));
    }

    /** A text. A blank one is refused, since it is nearly always a mistake of the sender. */
    public Optional<String> text(String name, int longest) {
        return field(name).map(value -> text(value, prefix + name, longest));
    }

    private static String text(JsonNode value, String path, int longest) {
        if (!value.isTextual()) {
            throw JsonValues.wrongKind(path, "text", value);
        }
        if (value.textValue().isBlank()) {
            throw new BadInput(path + " is blank; leave it out instead");
        }
        if (value.textValue().length() > longest) {
            throw new BadInput(path + " is longer than " + longest + " characters");
        }
        return JsonValues.requireStorable(value.textValue(), path);
    }

    public Optional<BigDecimal> decimal(String name) {
        return field(name).map(value -> decimal(value, prefix + name));
    }

    private static BigDecimal decimal(JsonNode value, String path) {
        if (!value.isNumber()) {
            throw JsonValues.wrongKind(path, "a number", value);
        }
        BigDecimal number = JsonValues.requireFinite(value, path).decimalValue();
        if (number.abs().compareTo(LIMIT) >= 0) {
            throw new BadInput(path + " is out of range: it must be less than 10,000,000,000");
        }
        return number;
    }

    /** A number that is not negative. */
    public Optional<BigDecimal> nonNegativeDecimal(String name) {
        Optional<BigDecimal> decimal = decimal(name);
        if (decimal.filter(number -> number.signum() < 0).isPresent()) {
            throw new BadInput(prefix + name + " must not be negative");
        }
        return decimal;
    }

    /** A whole number that is not negative. */
    public Optional<Integer> nonNegativeInteger(String name) {
        return nonNegativeDecimal(name).map(number -> {
            try {
                return number.intValueExact();
            } catch (ArithmeticException e) {
                throw new BadInput(prefix + name + " must be a whole number below 2,147,483,648");
            }
        });
    }

    public Optional<Boolean> bool(String name) {
        return field(name).map(value -> {
            if (!value.isBoolean()) {
                throw JsonValues.wrongKind(prefix + name, "true or false", value);
            }
            return value.booleanValue();
        });
    }

    /** A time with its offset from UTC, truncated to microseconds. */
    public Optional<Instant> instant(String name) {
        return field(name).map(value -> {
            String example = "a time with an offset such as 2026-11-23T19:12:04Z";
            if (!value.isTextual()) {
                throw JsonValues.wrongKind(prefix + name, example, value);
            }
            try {
                return OffsetDateTime.parse(value.textValue()).toInstant().truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeParseException e) {
                throw new BadInput(prefix + name + " must be " + example + ", but is '"
                        + JsonValues.shortened(value.textValue()) + "'");
            }
        });
    }

    /** A list of distinct texts; empty if absent. */
    public List<String> texts(String name, int longest) {
        List<String> texts = new ArrayList<>();
        list(name).forEach(value -> texts.add(text(value, prefix + name + "[" + texts.size() + "]", longest)));
        return texts.stream().distinct().toList();
    }

    /** A list of objects; empty if absent. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode value : list(name)) {
            String path = prefix + name + "[" + objects.size() + "]";
            if (!value.isObject()) {
                throw JsonValues.wrongKind(path, "an object", value);
            }
            objects.add(new JsonFields(value, path + "."));
        }
        return objects;
    }

    private List<JsonNode> list(String name) {
        List<JsonNode> values = new ArrayList<>();
        field(name).ifPresent(value -> {
            if (!value.isArray()) {
                throw JsonValues.wrongKind(prefix + name, "a list", value);
            }
            value.forEach(values::add);
        });
        return values;
    }

    public Optional<JsonFields> object(String name) {
        return field(name).map(value -> {
            if (!value.isObject()) {
                throw JsonValues.wrongKind(prefix + name, "an object", value);
            }
            return new JsonFields(value, prefix + name + ".");
        });
    }

    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames()
                .forEachRemaining(name -> names.add(JsonValues.requireStorable(name, prefix + "a field's name")));
        return names;
    }

    /**
     * The object of that name with all fields added that were not read so far. If both have a field of the same name, the
     * object's own counts.
     */
    public JsonFields withUnreadFields(String name) {
        Optional<JsonFields> written = object(name);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(field -> !read.contains(field.getKey()))
                .forEach(field -> all.set(field.getKey(), field.getValue()));
        written.ifPresent(
                inner -> inner.object.properties().forEach(field -> all.set(field.getKey(), field.getValue())));
        return new JsonFields(all, prefix + name + ".");
    }

    /** All fields that are not null, as plain values: strings, numbers, booleans, lists and maps. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : names()) {
            Object value = JsonValues.toPlainValue(object.path(name), prefix + name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
