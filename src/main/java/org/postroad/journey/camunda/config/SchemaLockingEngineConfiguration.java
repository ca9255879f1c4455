package org.postroad.journey.camunda.config;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Builds the engine, its tables and our indexes on them under an advisory lock, so that nodes which start at the same time
 * do it one after another. Why the engine creates its own tables: {@code adr/0001-engine-schema.md}.
 */
final class SchemaLockingEngineConfiguration extends SpringProcessEngineConfiguration {

    /** "engstart" in ASCII, so that it differs from the other advisory locks of Postroad. */
    private static final long LOCK = 0x656e677374617274L;

    private static final ClassPathResource INDEXES =
            new ClassPathResource("engine-indexes.sql", SchemaLockingEngineConfiguration.class);

    private final DataSource database;

    SchemaLockingEngineConfiguration(DataSource database) {
        this.database = database;
    }

    @Override
    public ProcessEngine buildProcessEngine() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                ProcessEngine engine = super.buildProcessEngine();
                requireMatchingTables(statement);
                ScriptUtils.executeSqlScript(connection, INDEXES);
                return engine;
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The engine could not prepare its tables.", e);
        }
    }

    /** The engine creates missing tables, but does not check the version of tables that exist. */
    private static void requireMatchingTables(Statement statement) throws SQLException {
        String needed = minor(ProductPropertiesUtil.getProductVersion());
        try (ResultSet latest = statement.executeQuery(
                "select version_ from act_ge_schema_log order by timestamp_ desc, id_::int desc limit 1")) {
            String found = latest.next() ? minor(latest.getString(1)) : needed;
            if (!found.equals(needed)) {
                throw new IllegalStateException("The engine's tables in this database are of version " + found
                        + " and this Postroad needs " + needed
                        + ". Start the Postroad that fits them, or bring them to "
                        + needed + " with the engine's script postgres_engine_" + found + "_to_" + needed + ".sql.");
            }
        }
    }

    private static String minor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }
}
