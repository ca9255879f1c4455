package org.postroad.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that JSON values can be stored: finite numbers, texts that PostgreSQL accepts, at most 20 levels of nesting. */
final class JsonValues {

    private static final int DEEPEST = 20;
    private static final int LONGEST_QUOTE = 60;

    private JsonValues() {}

    /** The value as a string, number, boolean, list or map; null for JSON's null. Objects lose fields that are null. */
    static @Nullable Object toPlainValue(JsonNode value, String path) {
        return toPlainValue(value, path, 1);
    }

    private static @Nullable Object toPlainValue(JsonNode value, String path, int depth) {
        if (depth > DEEPEST) {
            throw new BadInput(path + " is nested deeper than " + DEEPEST + " levels");
        }
        return switch (value.getNodeType()) {
            case STRING -> requireStorable(value.textValue(), path);
            case NUMBER -> requireFinite(value, path).numberValue();
            case BOOLEAN -> value.booleanValue();
            case ARRAY -> list(value, path, depth);
            case OBJECT -> map(value, path, depth);
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonNode array, String path, int depth) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            list.add(toPlainValue(element, path + "[" + list.size() + "]", depth + 1));
        }
        return list;
    }

    private static Map<String, Object> map(JsonNode object, String path, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = requireStorable(field.getKey(), path + ": a field's name");
            Object value = toPlainValue(field.getValue(), path + "." + name, depth + 1);
            if (value != null) {
                map.put(name, value);
            }
        }
        return map;
    }

    /** @throws BadInput for numbers such as 1e999, which become infinite */
    static JsonNode requireFinite(JsonNode number, String path) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new BadInput(path + " is not a finite number");
        }
        return number;
    }

    /** @throws BadInput for what PostgreSQL cannot store: NUL and unpaired surrogates */
    static String requireStorable(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new BadInput(path + " contains a NUL character (\\u0000), which cannot be stored");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    throw new BadInput(path + " contains half of a character (an unpaired surrogate)");
                }
            }
        }
        return text;
    }

    static BadInput wrongKind(String path, String wanted, JsonNode value) {
        return new BadInput(path + " must be " + wanted + ", but is " + kindOf(value));
    }

    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
