package org.postroad.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * JDBC that does not let a caller over HTTP wait for ever: a statement in a request's thread is cancelled after a while,
 * by the server, and fails as when the database is gone. The background has time. A request that needs longer says so
 * with the timeout of its transaction, which goes before this one.
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
