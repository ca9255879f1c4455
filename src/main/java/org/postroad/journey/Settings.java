package org.postroad.journey;

import java.util.List;
import java.util.Map;

/** The names that an element template may set. */
public record Settings(List<String> names) {

    static Settings known(String... names) {
        return new Settings(List.of(names));
    }

    void requireKnown(Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "Setting '" + name + "' is not known here; known are " + String.join(", ", names) + ".");
                });
    }
}
