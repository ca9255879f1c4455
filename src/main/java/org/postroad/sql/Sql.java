package org.postroad.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads named statements: {@code Sql.of(Events.class, "insert-events")} is {@code insert-events.sql} in that class's package. */
public final class Sql {

    private Sql() {}

    /**
     * Reads a statement. Call this once and keep the result in a constant.
     *
     * @throws IllegalStateException if there is no such file
     */
    public static String of(Class<?> store, String name) {
        try (InputStream file = store.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException(
                        "There is no " + name + ".sql beside " + store.getName() + " in the resources.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
