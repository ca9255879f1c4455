package org.postroad.journey.camunda.delegate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.session.EnrolmentSession;
import org.postroad.journey.step.StepActions;
import org.postroad.journey.template.CallWebhook;
import org.springframework.stereotype.Component;

/** {@code ${callWebhook}}: queues a call of another system. */
@Component("callWebhook")
final class CallWebhookDelegate implements JavaDelegate {

    private final StepActions actions;

    CallWebhookDelegate(StepActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnrolmentSession session = EnrolmentSession.current();
        CallWebhook settings = StepSettings.at(execution, CallWebhook.class);
        Map<String, Object> body = new LinkedHashMap<>();
        settings.body().forEach((name, value) -> body.put(name, SettingValues.of(value, execution)));
        actions.callWebhook(
                session.enrolmentOf(execution),
                execution.getCurrentActivityId(),
                session.visitsOfCurrentStep(execution),
                settings.url(),
                body);
    }
}
