package org.postroad.decide.dmn;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.postroad.decide.TableDeployments;
import org.postroad.sql.RenewedCopy;
import org.postroad.sql.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The decision tables that are deployed to the engine. Which version is the latest is known without asking, also after a
 * deployment: at once on this node, within a second on another. Each version is parsed once.
 */
@Component
class DeployedDecisionTables {

    private static final String LATEST = Sql.of(DeployedDecisionTables.class, "latest-tables");
    private static final String REVISION =
            "select md5(string_agg(id_, ' ' order by id_)) as revision from act_re_decision_def";

    /** Resolved at the first use, since the engine's delegates depend on decisions. */
    private final ObjectProvider<RepositoryService> repository;

    private final JdbcClient jdbc;
    private final RenewedCopy<Map<String, TableVersion>> latest;
    private final Map<String, ParsedDecisionTable> parsed = new ConcurrentHashMap<>();

    DeployedDecisionTables(
            ObjectProvider<RepositoryService> repository, JdbcClient jdbc, TableDeployments deployments) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.latest = new RenewedCopy<>(deployments::count, this::revision, this::read, System::nanoTime);
    }

    /**
     * A version of a table.
     *
     * @param id the engine's
     */
    private record TableVersion(String id, String key, int version) {}

    /** @throws DecisionTableUnusable if there is no such table, or if it cannot be parsed */
    ParsedDecisionTable latest(String key) {
        TableVersion table = latest.get().get(key);
        if (table == null) {
            throw new DecisionTableUnusable(
                    "There is no decision table '%s'. Deploy one with that id from Modeler.".formatted(key), null);
        }
        return parsed.computeIfAbsent(table.id(), id -> parse(table));
    }

    private String revision() {
        return jdbc.sql(REVISION)
                .query((row, number) -> String.valueOf(row.getString("revision")))
                .single();
    }

    private Map<String, TableVersion> read() {
        Map<String, TableVersion> tables = new HashMap<>();
        jdbc.sql(LATEST).query(row -> {
            tables.put(
                    row.getString("key_"),
                    new TableVersion(row.getString("id_"), row.getString("key_"), row.getInt("version_")));
        });
        return tables;
    }

    private ParsedDecisionTable parse(TableVersion table) {
        return ParsedDecisionTable.parse(
                "%s v%d".formatted(table.key(), table.version()),
                table.key(),
                repository.getObject().getDecisionModel(table.id()));
    }
}
