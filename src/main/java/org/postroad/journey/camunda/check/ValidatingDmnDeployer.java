package org.postroad.journey.camunda.check;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.postroad.decide.DecisionTableCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Validates decision tables when they are deployed, and only then. */
@Component
final class ValidatingDmnDeployer extends AbstractProcessEnginePlugin implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ValidatingDmnDeployer.class);

    private final DecisionTableCheck check;

    ValidatingDmnDeployer(DecisionTableCheck check) {
        this.check = check;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> deployers = new ArrayList<>();
        if (engine.getCustomPostDeployers() != null) {
            deployers.addAll(engine.getCustomPostDeployers());
        }
        deployers.add(this);
        engine.setCustomPostDeployers(deployers);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().stream()
                    .filter(file -> file.getName().endsWith(".dmn"))
                    .forEach(file -> validate(file, deployment));
        }
    }

    private void validate(ResourceEntity file, DeploymentEntity deployment) {
        List<String> faults = check.faultsIn(content(file));
        if (!faults.isEmpty()) {
            throw new ProcessEngineException(file.getName() + ": " + String.join(" ", faults));
        }
        Set<String> unknown = new TreeSet<>(check.journeysNamedIn(content(file)));
        if (!unknown.isEmpty()) {
            unknown.removeAll(journeys(deployment));
        }
        if (!unknown.isEmpty()) {
            log.warn(
                    "{} names journeys that are not deployed: {}. Its rules for them wait until they are.",
                    file.getName(),
                    String.join(", ", unknown));
        }
    }

    private static ByteArrayInputStream content(ResourceEntity file) {
        return new ByteArrayInputStream(file.getBytes());
    }

    /** The deployed journeys and those of this deployment, which are not stored yet. */
    private static Set<String> journeys(DeploymentEntity deployment) {
        Collection<ProcessDefinition> stored = new ArrayList<>(Context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .latestVersion()
                .list());
        List<ProcessDefinitionEntity> deployed = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
        Stream<? extends ProcessDefinition> unstored = deployed == null ? Stream.empty() : deployed.stream();
        return Stream.concat(stored.stream(), unstored)
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet());
    }
}
