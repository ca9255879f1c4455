package org.postroad.decide.dmn;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the tables of {@code dmn/} when the application starts. A file that has not changed since it was last deployed
 * from here is left alone, so that a newer version from Modeler stays the latest.
 */
@Component
class TableDeployment implements SmartInitializingSingleton {

    private static final String NAME = "postroad-tables";
    private static final String FILES = "classpath*:dmn/*.dmn";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    TableDeployment(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(true);
        try {
            for (Resource file : resources.getResources(FILES)) {
                add(deployment, file);
            }
            deployment.deploy();
        } catch (IOException | ProcessEngineException e) {
            throw new IllegalStateException(
                    "The decision tables in dmn/ cannot be deployed: %s. Correct the file that is named and start again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static void add(DeploymentBuilder deployment, Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            deployment.addInputStream("dmn/" + file.getFilename(), content);
        }
    }
}
