package org.postroad.journey.camunda;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.StepActions;
import org.postroad.journey.UpdateProfile;
import org.springframework.stereotype.Component;

/** {@code ${updateProfile}}: tells the road what is now known of the customer. */
@Component("updateProfile")
final class UpdateProfileDelegate implements JavaDelegate {

    private final StepActions actions;

    UpdateProfileDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WalkSession walks = WalkSession.current();
        UpdateProfile settings = StepSettings.at(execution, UpdateProfile.class);
        actions.updateProfile(
                walks.of(execution),
                execution.getCurrentActivityId(),
                walks.timesHere(execution),
                settings.attribute(),
                SettingValues.of(settings.value(), execution));
    }
}
