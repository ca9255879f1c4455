package org.postroad.journey.camunda;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Builds the engine, its tables and our indexes on them, while holding a lock of the database, so that nodes that start
 * at once do it one after another. Why the engine makes its own tables: {@code adr/0001-engine-schema.md}.
 */
final class LockedEngine extends SpringProcessEngineConfiguration {

    /** "engstart" in ASCII: a number of its own among the locks that Postroad takes. */
    private static final long LOCK = 0x656e677374617274L;

    private static final ClassPathResource INDEXES = new ClassPathResource("engine-indexes.sql", LockedEngine.class);

    private final DataSource database;

    LockedEngine(DataSource database) {
        this.database = database;
    }

    @Override
    public ProcessEngine buildProcessEngine() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                ProcessEngine engine = super.buildProcessEngine();
                ScriptUtils.executeSqlScript(connection, INDEXES);
                return engine;
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The engine could not prepare its tables.", e);
        }
    }
}
