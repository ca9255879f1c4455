package org.postroad.journey.camunda;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.postroad.journey.RehearsalEngine;
import org.postroad.journey.camunda.check.DeploymentWarnings;
import org.postroad.journey.camunda.check.ValidatingBpmnParse;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.camunda.deployment.JourneysRefused;
import org.postroad.journey.camunda.parse.FlowCoverageParseListener;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.template.Split;
import org.postroad.sql.Sql;
import org.postroad.time.RehearsalMode;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a rehearsal needs of the engine beyond {@link CamundaJourneyEngine}: deploying, clearing, and looking inside. */
@Component
@Conditional(RehearsalMode.class)
class CamundaRehearsalEngine implements RehearsalEngine {

    private static final String DELETE_INSTANCES = Sql.of(CamundaRehearsalEngine.class, "delete-instances");

    private final RepositoryService repository;
    private final TaskService tasks;
    private final DeployedJourneys deployedJourneys;
    private final FlowCoverageParseListener flowCoverage;
    private final DeploymentWarnings deploymentWarnings;
    private final JdbcTemplate jdbc;

    CamundaRehearsalEngine(
            RepositoryService repository,
            TaskService tasks,
            DeployedJourneys deployedJourneys,
            FlowCoverageParseListener flowCoverage,
            DeploymentWarnings deploymentWarnings,
            JdbcTemplate jdbc) {
        this.repository = repository;
        this.tasks = tasks;
        this.deployedJourneys = deployedJourneys;
        this.flowCoverage = flowCoverage;
        this.deploymentWarnings = deploymentWarnings;
        this.jdbc = jdbc;
    }

    @Override
    public String deploy(Map<String, byte[]> files) {
        return deploy(repository.createDeployment(), files);
    }

    @Override
    public String deployUnchecked(Map<String, byte[]> files) {
        return deploy(repository.createDeployment().source(ValidatingBpmnParse.FAULTY_ON_PURPOSE), files);
    }

    private static String deploy(DeploymentBuilder deployment, Map<String, byte[]> files) {
        deployment.name("rehearsal");
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            return deployment.deploy().getId();
        } catch (ProcessEngineException e) {
            throw new IllegalArgumentException(JourneysRefused.because(e).getMessage(), e);
        }
    }

    @Override
    public List<String> warnings() {
        return deploymentWarnings.drain();
    }

    @Override
    public void remove(String deployment) {
        repository.deleteDeployment(deployment, true, true);
    }

    @Override
    public void clear() {
        jdbc.execute(DELETE_INSTANCES);
    }

    @Override
    public boolean completeUserTask(String customerId, String step, Map<String, Object> answers) {
        Optional<Task> task =
                tasks.createTaskQuery().processInstanceBusinessKey(customerId).taskDefinitionKey(step).list().stream()
                        .findFirst();
        task.ifPresent(found -> complete(found, answers));
        return task.isPresent();
    }

    private void complete(Task task, Map<String, Object> answers) {
        try {
            tasks.complete(task.getId(), answers);
        } catch (ProcessEngineException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public boolean hasPendingTimers() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select exists (select from act_ru_job where retries_ > 0)", Boolean.class));
    }

    @Override
    public Set<String> waitingSteps() {
        return new HashSet<>(jdbc.queryForList("""
                select act_id_ from act_ru_execution where act_id_ is not null and is_active_
                union select activity_id_ from act_ru_event_subscr
                union select d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_""", String.class));
    }

    @Override
    public List<String> failures() {
        return jdbc.query("""
                select distinct d.act_id_, j.exception_msg_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.exception_msg_ is not null""", (row, number) -> "Step %s failed: %s".formatted(row.getString(1), row.getString(2)));
    }

    @Override
    public Map<String, Flow> flows(String journey) {
        return repository
                .getBpmnModelInstance(deployedJourneys.latestId(journey))
                .getModelElementsByType(SequenceFlow.class)
                .stream()
                .collect(Collectors.toMap(SequenceFlow::getId, CamundaRehearsalEngine::flow));
    }

    private static Flow flow(SequenceFlow drawn) {
        return new Flow(drawn.getSource().getId(), drawn.getTarget().getId());
    }

    @Override
    public Map<String, Split> splits(String journey) {
        Map<String, Split> splits = new HashMap<>();
        steps(journey).forEach(step -> {
            if (step.getProperty(StepSettings.PROPERTY) instanceof Split split) {
                splits.put(step.getId(), split);
            }
        });
        return splits;
    }

    private Stream<PvmActivity> steps(String journey) {
        return steps((PvmScope) repository.getProcessDefinition(deployedJourneys.latestId(journey)));
    }

    private static Stream<PvmActivity> steps(PvmScope scope) {
        return scope.getActivities().stream().flatMap(step -> Stream.concat(Stream.of(step), steps(step)));
    }

    @Override
    public Set<String> flowsTaken(String journey) {
        return flowCoverage.collect(journey);
    }
}
