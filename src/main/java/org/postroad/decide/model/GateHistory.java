package org.postroad.decide.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often the gate has looked at the evidence, and since when models have acted. It belongs to the installation, whose log is
 * looked at, not to a model's file, which may come from elsewhere.
 */
@Repository
public class GateHistory {

    private static final String FIND = "select version, look, decisions, acting_since from gate_look where model = ?";
    private static final String SAVE = Sql.of(GateHistory.class, "save-gate-look");

    private final JdbcClient jdbc;

    GateHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last verdict on a model.
     *
     * @param version that was judged
     * @param look the number of looks that counted
     * @param decisions the size of the log at the last of them
     * @param actingSince null if the model does not act
     */
    public record LastLook(
            String version,
            int look,
            long decisions,
            @Nullable Instant actingSince) {}

    /** Empty if the gate has never looked. */
    public Optional<LastLook> find(String model) {
        return jdbc.sql(FIND).param(model).query(GateHistory::lastLook).optional();
    }

    /** Replaces what was known. */
    public void save(String model, LastLook last) {
        jdbc.sql(SAVE)
                .param("model", model)
                .param("version", last.version())
                .param("look", last.look())
                .param("decisions", last.decisions())
                .param("actingSince", SqlValues.timestampOrNull(last.actingSince()))
                .update();
    }

    private static LastLook lastLook(ResultSet row, int number) throws SQLException {
        return new LastLook(
                row.getString("version"),
                row.getInt("look"),
                row.getLong("decisions"),
                SqlValues.instantIfAny(row, "acting_since").orElse(null));
    }
}
