package org.postroad.journey.camunda.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys the files at start, before the web server and any background work start. Files that are unchanged since the last
 * start are not deployed again, so that a version deployed from Modeler meanwhile stays the latest. Any fault stops the
 * start with {@link JourneysRefused}.
 */
@Component
class JourneyDeployment implements SmartLifecycle {

    private static final String NAME = "postroad";

    private static final Logger log = LoggerFactory.getLogger(JourneyDeployment.class);

    private final JourneyFiles files;
    private final RepositoryService repository;
    private boolean running;

    JourneyDeployment(JourneyFiles files, RepositoryService repository) {
        this.files = files;
        this.repository = repository;
    }

    @Override
    public void start() {
        deploy(files.all());
        running = true;
    }

    private void deploy(Map<String, Resource> resources) {
        if (resources.isEmpty()) {
            log.warn("There are no journeys to deploy.");
            return;
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
        resources.forEach((name, resource) -> add(deployment, name, resource));
        try {
            report(deployment.deployWithResult());
        } catch (ProcessEngineException e) {
            throw JourneysRefused.because(e);
        }
    }

    private static void add(DeploymentBuilder deployment, String name, Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(DeploymentWithDefinitions deployment) {
        if (deployment.getDeployedProcessDefinitions() != null) {
            deployment
                    .getDeployedProcessDefinitions()
                    .forEach(journey ->
                            log.info("Journey {} is version {} now", journey.getKey(), journey.getVersion()));
        }
        if (deployment.getDeployedDecisionDefinitions() != null) {
            deployment
                    .getDeployedDecisionDefinitions()
                    .forEach(table -> log.info("Table {} is version {} now", table.getKey(), table.getVersion()));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server and the scheduler. */
    @Override
    public int getPhase() {
        return 0;
    }
}
