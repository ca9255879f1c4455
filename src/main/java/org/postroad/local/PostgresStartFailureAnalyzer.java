package org.postroad.local;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says where to look when the embedded PostgreSQL does not start. */
final class PostgresStartFailureAnalyzer extends AbstractFailureAnalyzer<PostgresStartFailed> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PostgresStartFailed cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "PostgreSQL says why in " + cause.data().resolve("log") + "; mind free disk space and the rights on the"
                        + " folder. With SPRING_DATASOURCE_URL Postroad uses a PostgreSQL of yours instead.",
                cause);
    }
}
