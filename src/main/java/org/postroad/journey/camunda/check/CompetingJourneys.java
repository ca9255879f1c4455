package org.postroad.journey.camunda.check;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.postroad.decide.DecisionTableCheck;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.camunda.session.EngineCommands;
import org.springframework.stereotype.Component;

/** Finds journeys that start with the same event, and so would mail the same customer at the same moment. */
@Component
class CompetingJourneys {

    private static final String PRIORITIES = "journey-priority";

    private final DeployedJourneys deployedJourneys;
    private final RepositoryService repository;
    private final DecisionTableCheck tables;
    private final EngineCommands engine;

    CompetingJourneys(
            DeployedJourneys deployedJourneys,
            RepositoryService repository,
            DecisionTableCheck tables,
            EngineCommands engine) {
        this.deployedJourneys = deployedJourneys;
        this.repository = repository;
        this.tables = tables;
        this.engine = engine;
    }

    /**
     * The deployed journeys that start with the same event; empty if the decision table {@code journey-priority} names this
     * journey or is not deployed.
     */
    Set<String> unrankedOf(String journey, String eventType) {
        return isRanked(journey)
                ? Set.of()
                : deployedJourneys.journeys().stream()
                        .filter(other -> !other.key().equals(journey))
                        .filter(other -> other.entry()
                                .filter(rule -> rule.eventType().equals(eventType))
                                .isPresent())
                        .map(other -> other.key())
                        .collect(Collectors.toSet());
    }

    private boolean isRanked(String journey) {
        return engine.withoutAuthentication(() -> {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(PRIORITIES)
                    .latestVersion()
                    .singleResult();
            return table == null
                    || tables.journeysNamedIn(repository.getDecisionModel(table.getId()))
                            .contains(journey);
        });
    }
}
