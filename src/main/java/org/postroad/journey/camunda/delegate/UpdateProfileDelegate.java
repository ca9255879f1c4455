package org.postroad.journey.camunda.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.Enrolment;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.step.StepActions;
import org.postroad.journey.template.UpdateProfile;
import org.springframework.stereotype.Component;

/** {@code ${updateProfile}}: sets an attribute of the customer, or withdraws a consent. */
@Component("updateProfile")
final class UpdateProfileDelegate implements JavaDelegate {

    private final StepActions actions;

    UpdateProfileDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnrolmentSession session = EnrolmentSession.current();
        UpdateProfile settings = StepSettings.at(execution, UpdateProfile.class);
        Enrolment enrolment = session.enrolmentOf(execution);
        String step = execution.getCurrentActivityId();
        int run = session.visitsOfCurrentStep(execution);
        settings.withdrawnTopic()
                .ifPresentOrElse(
                        topic -> actions.withdrawConsent(enrolment, step, run, topic),
                        () -> actions.updateProfile(
                                enrolment,
                                step,
                                run,
                                settings.attribute(),
                                SettingValues.of(settings.value(), execution)));
    }
}
