package org.postroad.journey.camunda.correlation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.postroad.event.Event;
import org.postroad.journey.camunda.expression.JourneyExpressions;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.template.AwaitEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks whether an event is the one that a walk waits for. A condition that cannot be answered lets the walk wait on. */
@Component
class WaitConditions {

    private static final Logger log = LoggerFactory.getLogger(WaitConditions.class);

    private final JourneyExpressions expressions;
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();

    WaitConditions(ProcessEngine engine) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.expressions = (JourneyExpressions) configuration.getExpressionManager();
    }

    /** Inside an engine command. */
    boolean hold(EventSubscriptionEntity wait, Event event) {
        if (!(wait.getActivity().getProperty(StepSettings.PROPERTY) instanceof AwaitEvent settings)
                || settings.condition().isEmpty()) {
            return true;
        }
        try {
            return expressions.holds(
                    settings.condition(), EnrolmentSession.current().contextOf(wait.getExecution(), event));
        } catch (ELException | IllegalArgumentException e) {
            warnOnce(wait, settings.condition(), e);
            return false;
        }
    }

    /** Once for each version of a journey: the same would be said for every event. */
    private void warnOnce(EventSubscriptionEntity wait, String condition, RuntimeException e) {
        if (complainedOf.add(wait.getExecution().getProcessDefinitionId() + ":" + wait.getActivityId())) {
            log.warn(
                    "Nobody can go on from '{}' of {} when its condition {} fails, as it did now: {}",
                    wait.getActivityId(),
                    wait.getExecution().getProcessDefinitionId(),
                    condition,
                    e.getMessage());
        }
    }
}
