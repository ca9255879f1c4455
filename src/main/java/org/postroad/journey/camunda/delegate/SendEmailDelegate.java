package org.postroad.journey.camunda.delegate;

import org.postroad.journey.camunda.session.WalkSession;
import org.postroad.journey.camunda.parse.StepSettings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.template.SendEmail;
import org.postroad.journey.step.StepActions;
import org.springframework.stereotype.Component;

/** {@code ${sendEmail}}: orders the mail of this step. */
@Component("sendEmail")
final class SendEmailDelegate implements JavaDelegate {

    private final StepActions actions;

    SendEmailDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WalkSession walks = WalkSession.current();
        actions.sendEmail(
                walks.of(execution),
                execution.getCurrentActivityId(),
                walks.timesHere(execution),
                StepSettings.at(execution, SendEmail.class),
                walks.decisionOf(execution));
    }
}
