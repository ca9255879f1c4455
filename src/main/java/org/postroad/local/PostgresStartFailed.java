package org.postroad.local;

import java.nio.file.Path;

/** The embedded PostgreSQL does not start. */
final class PostgresStartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Path data;

    PostgresStartFailed(Path data, Throwable cause) {
        super("The embedded PostgreSQL on " + data + " does not start: " + cause.getMessage(), cause);
        this.data = data;
    }

    Path data() {
        return data;
    }
}
