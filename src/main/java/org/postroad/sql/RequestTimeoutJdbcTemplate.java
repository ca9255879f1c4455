package org.postroad.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Limits how long a statement may take in an HTTP request's thread: PostgreSQL cancels it, and it fails as if the database
 * could not be reached. Background threads have no limit. The timeout of a transaction overrides this one.
 */
final class RequestTimeoutJdbcTemplate extends JdbcTemplate {

    private static final int WITHOUT_LIMIT = -1;

    private final int secondsInRequests;

    RequestTimeoutJdbcTemplate(DataSource database, int secondsInRequests) {
        super(database);
        this.secondsInRequests = secondsInRequests;
    }

    @Override
    public int getQueryTimeout() {
        return RequestContextHolder.getRequestAttributes() == null ? WITHOUT_LIMIT : secondsInRequests;
    }
}
