package org.postroad.journey.camunda.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.step.StepActions;
import org.postroad.journey.template.ChooseNextBestAction;
import org.springframework.stereotype.Component;

/** {@code ${nextBestAction}}: takes a decision, and keeps its id for the steps that follow. */
@Component("nextBestAction")
final class NextBestActionDelegate implements JavaDelegate {

    private final StepActions actions;

    NextBestActionDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID decision = actions.choose(
                EnrolmentSession.current().enrolmentOf(execution),
                execution.getCurrentActivityId(),
                StepSettings.at(execution, ChooseNextBestAction.class));
        execution.setVariable(EnrolmentSession.DECISION_ID, decision.toString());
    }
}
