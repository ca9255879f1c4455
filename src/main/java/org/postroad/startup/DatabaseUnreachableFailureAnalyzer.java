package org.postroad.startup;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postroad.web.UnavailableProblems;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says what to do if the configured database cannot be reached or refuses the login. */
final class DatabaseUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private final Environment environment;

    DatabaseUnreachableFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
        String state = cause.getSQLState();
        boolean refused = state != null && state.startsWith("28");
        return refused || UnavailableProblems.isDatabaseGone(failure)
                ? new FailureAnalysis(
                        "The database "
                                + environment.getProperty("spring.datasource.url", "of local mode")
                                + (refused ? " does not let Postroad in: " : " cannot be reached: ")
                                + cause.getMessage(),
                        "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and"
                                + " that PostgreSQL runs.",
                        cause)
                : null;
    }
}
