package org.postroad.predict.serving;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.postroad.sql.JsonColumns;
import org.postroad.sql.Sql;
import org.postroad.sql.SqlValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The learned models in the database, so that all nodes have the same and a restart need not learn. */
@Repository
class StoredModels {

    private static final String STORE = Sql.of(StoredModels.class, "store-model");
    private static final Logger log = LoggerFactory.getLogger(StoredModels.class);

    private final JdbcClient jdbc;
    private final JsonColumns json;

    StoredModels(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The model if it is valid now; empty as well if it cannot be read, since then it has to be learned again. */
    <T> Optional<LearnedModel<T>> find(String name, Class<T> type, Instant now) {
        return jdbc.sql("select * from learned_model where name = ? and learned_at <= ? and valid_until > ?")
                .params(name, SqlValues.timestamp(now), SqlValues.timestamp(now))
                .query((row, number) -> new LearnedModel<>(
                        row.getString("model"),
                        SqlValues.instant(row, "learned_at"),
                        SqlValues.instant(row, "valid_until")))
                .optional()
                .flatMap(stored -> read(name, type, stored));
    }

    private <T> Optional<LearnedModel<T>> read(String name, Class<T> type, LearnedModel<String> stored) {
        try {
            return Optional.of(
                    new LearnedModel<>(json.read(stored.model(), type), stored.learnedAt(), stored.validUntil()));
        } catch (IllegalStateException e) {
            log.warn("The stored model '{}' cannot be read, so it is learned again: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    /** Stores a model, unless another node has stored one that is valid. Returns the one that all nodes use. */
    <T> LearnedModel<T> store(String name, Class<T> type, LearnedModel<T> learned) {
        Map<String, Object> values = Map.of(
                "name", name,
                "learnedAt", SqlValues.timestamp(learned.learnedAt()),
                "validUntil", SqlValues.timestamp(learned.validUntil()),
                "model", json.write(learned.model()));
        jdbc.sql(STORE).params(values).param("replace", false).update();
        return find(name, type, learned.learnedAt()).orElseGet(() -> {
            jdbc.sql(STORE).params(values).param("replace", true).update();
            return learned;
        });
    }
}
