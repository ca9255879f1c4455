package org.postroad.journey.camunda.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.step.StepActions;
import org.postroad.journey.template.SendEmail;
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
        EnrolmentSession walks = EnrolmentSession.current();
        actions.sendEmail(
                walks.enrolmentOf(execution),
                execution.getCurrentActivityId(),
                walks.visitsOfCurrentStep(execution),
                StepSettings.at(execution, SendEmail.class),
                walks.decisionOf(execution));
    }
}
