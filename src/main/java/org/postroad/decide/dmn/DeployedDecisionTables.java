package org.postroad.decide.dmn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The decision tables that are deployed to the engine. Each version is parsed once. */
@Component
class DeployedDecisionTables {

    /** Resolved at the first use, since the engine's delegates depend on decisions. */
    private final ObjectProvider<RepositoryService> repository;

    private final Map<String, ParsedDecisionTable> parsed = new ConcurrentHashMap<>();

    DeployedDecisionTables(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    /** @throws DecisionTableUnusable if there is no such table, or if it cannot be parsed */
    ParsedDecisionTable latest(String key) {
        DecisionDefinition definition = repository
                .getObject()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new DecisionTableUnusable(
                    "There is no decision table '%s'. Deploy one with that id from Modeler.".formatted(key), null);
        }
        return parsed.computeIfAbsent(definition.getId(), id -> parse(definition));
    }

    private ParsedDecisionTable parse(DecisionDefinition definition) {
        return ParsedDecisionTable.parse(
                "%s v%d".formatted(definition.getKey(), definition.getVersion()),
                definition.getKey(),
                repository.getObject().getDecisionModel(definition.getId()));
    }
}
