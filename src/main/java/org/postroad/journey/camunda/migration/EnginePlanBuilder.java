package org.postroad.journey.camunda.migration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationInstructionsBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.postroad.journey.camunda.deployment.DeployedJourneys;
import org.postroad.journey.migration.MigrationInstructions;

/** Builds the engine's migration plan from migration instructions. */
final class EnginePlanBuilder {

    private final ProcessDefinitionEntity from;
    private final ProcessDefinitionEntity to;
    private final MigrationInstructions migrationInstructions;

    EnginePlanBuilder(DeployedJourneys deployedJourneys, MigrationInstructions migrationInstructions) {
        this.from = deployedJourneys.parsed(migrationInstructions.journey(), migrationInstructions.from());
        this.to = deployedJourneys.parsed(migrationInstructions.journey(), migrationInstructions.to());
        this.migrationInstructions = migrationInstructions;
    }

    String fromId() {
        return from.getId();
    }

    /**
     * Activities with equal ids are mapped, sub-processes included; the written instructions take precedence. A timer keeps
     * its due date. A wait for an event takes the event of the new version.
     */
    MigrationPlan plan(RuntimeService runtime) {
        Map<String, String> equalIds = equalIds(runtime);
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from.getId(), to.getId());
        List<Map.Entry<String, String>> all = Stream.concat(
                        equalIds.entrySet().stream()
                                .filter(equal -> !migrationInstructions.steps().containsKey(equal.getKey())),
                        migrationInstructions.steps().entrySet().stream()
                                .filter(written -> !MigrationInstructions.EXIT.equals(written.getValue())))
                .toList();
        all.forEach(step -> map(plan, step.getKey(), step.getValue()));
        return plan.build();
    }

    private Map<String, String> equalIds(RuntimeService runtime) {
        MigrationInstructionsBuilder same =
                runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities();
        return same.build().getInstructions().stream()
                .filter(each -> sameKind(each.getSourceActivityId(), each.getTargetActivityId()))
                .collect(Collectors.toMap(each -> each.getSourceActivityId(), each -> each.getTargetActivityId()));
    }

    /** For the engine, a timer and a wait for an event are the same kind of activity; here they are not. */
    private boolean sameKind(String source, String target) {
        ActivityImpl before = from.findActivity(source);
        ActivityImpl after = to.findActivity(target);
        return WaitStates.timer(before).isPresent() == WaitStates.timer(after).isPresent()
                && WaitStates.waitsForEvent(before) == WaitStates.waitsForEvent(after);
    }

    private void map(MigrationPlanBuilder plan, String source, String target) {
        MigrationInstructionBuilder step = plan.mapActivities(source, target);
        if (WaitStates.waitsForEvent(from.findActivity(source)) && WaitStates.waitsForEvent(to.findActivity(target))) {
            step.updateEventTrigger();
        }
    }
}
