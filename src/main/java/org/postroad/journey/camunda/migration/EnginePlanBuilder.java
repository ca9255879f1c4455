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

/** A route as the engine walks it: from a step to a step, with all that hangs on them. */
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
     * What keeps its id maps by itself, frames and all; what was written goes before. A timer is carried along as it runs.
     * A wait for an event is told what it waits for now: the drawing may have changed it.
     */
    MigrationPlan plan(RuntimeService runtime) {
        Map<String, String> byItself = byItself(runtime);
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from.getId(), to.getId());
        List<Map.Entry<String, String>> all = Stream.concat(
                        byItself.entrySet().stream()
                                .filter(same -> !migrationInstructions.steps().containsKey(same.getKey())),
                        migrationInstructions.steps().entrySet().stream()
                                .filter(written -> !MigrationInstructions.EXIT.equals(written.getValue())))
                .toList();
        all.forEach(step -> map(plan, step.getKey(), step.getValue()));
        return plan.build();
    }

    private Map<String, String> byItself(RuntimeService runtime) {
        MigrationInstructionsBuilder same =
                runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities();
        return same.build().getInstructions().stream()
                .filter(each -> alike(each.getSourceActivityId(), each.getTargetActivityId()))
                .collect(Collectors.toMap(each -> each.getSourceActivityId(), each -> each.getTargetActivityId()));
    }

    /** The engine takes a timer and a wait for an event for the same kind of step. */
    private boolean alike(String source, String target) {
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
