package org.postroad.rehearse.scenario;

import java.util.Map;
import org.threeten.extra.PeriodDuration;

/** Something that happens in a scenario. Steps are BPMN element ids. */
sealed interface ScenarioAction {

    /** The customer's event arrives; it occurred {@code late} before. */
    record SendEvent(String type, Map<String, Object> properties, PeriodDuration late) implements ScenarioAction {}

    /** The customer opens the latest mail of that step. */
    record OpenMail(String step) implements ScenarioAction {}

    /** The customer clicks the first link in the latest mail of that step. */
    record ClickLink(String step) implements ScenarioAction {}

    /** The customer unsubscribes by the link in the latest mail of that step. */
    record ClickUnsubscribe(String step) implements ScenarioAction {}

    /** The customer presses the button behind the confirm link in the latest mail of that step. */
    record ConfirmSubscription(String step) implements ScenarioAction {}

    /** A person completes the user task that waits at that step. */
    record CompleteTask(String step, Map<String, Object> answers) implements ScenarioAction {}

    /** An application changes the customer's data. */
    record PutCustomer(Map<String, Object> customer) implements ScenarioAction {}
}
