package org.postroad.journey.camunda.correlation;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.postroad.event.Event;
import org.postroad.journey.camunda.expression.ConditionFailures;
import org.postroad.journey.camunda.expression.JourneyExpressions;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.template.AwaitEvent;
import org.postroad.sql.DatabaseFault;
import org.springframework.stereotype.Component;

/**
 * Evaluates the conditions of waits. A condition that fails leaves the token where it is, and is logged once for each step
 * of a version.
 */
@Component
class WaitConditions {

    private final JourneyExpressions expressions;
    private final ConditionFailures failures = new ConditionFailures();

    WaitConditions(ProcessEngine engine) {
        this.expressions = JourneyExpressions.of(engine);
    }

    /** Inside an engine command: whether the wait has no condition, or it holds for this event. */
    boolean hold(EventSubscriptionEntity wait, Event event) {
        if (!(wait.getActivity().getProperty(StepSettings.PROPERTY) instanceof AwaitEvent settings)
                || settings.condition().isEmpty()) {
            return true;
        }
        try {
            return expressions.holds(
                    settings.condition(), EnrolmentSession.current().contextOf(wait.getExecution(), event));
        } catch (RuntimeException | StackOverflowError e) {
            if (DatabaseFault.isIn(e)) {
                throw e; // nothing is wrong with the condition
            }
            failures.warnOnce(
                    "go on from '%s' of %s"
                            .formatted(wait.getActivityId(), wait.getExecution().getProcessDefinitionId()),
                    settings.condition(),
                    e);
            return false;
        }
    }
}
