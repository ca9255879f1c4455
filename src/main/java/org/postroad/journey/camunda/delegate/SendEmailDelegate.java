package org.postroad.journey.camunda.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.step.StepActions;
import org.postroad.journey.template.SendEmail;
import org.springframework.stereotype.Component;

/** {@code ${sendEmail}}: orders the mail of this step; it is sent later. */
@Component("sendEmail")
final class SendEmailDelegate implements JavaDelegate {

    private final StepActions actions;

    SendEmailDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnrolmentSession session = EnrolmentSession.current();
        actions.sendEmail(
                session.enrolmentOf(execution),
                execution.getCurrentActivityId(),
                session.visitsOfCurrentStep(execution),
                StepSettings.at(execution, SendEmail.class),
                session.decisionOf(execution));
    }
}
