package org.postroad.rehearse.scenario;

import java.util.Map;

/** Something that happens in a story. Steps are named by their ids on the diagram. */
sealed interface ScenarioAction {

    /** An event of the customer; it happened a while before it arrives. */
    record SendEvent(String type, Map<String, Object> properties, CalendarDuration late) implements ScenarioAction {}

    /** The customer opens the latest mail of that step. */
    record OpenMail(String step) implements ScenarioAction {}

    /** The customer clicks the first link in the latest mail of that step. */
    record ClickLink(String step) implements ScenarioAction {}

    /** The customer unsubscribes by the link in the latest mail of that step. */
    record ClickUnsubscribe(String step) implements ScenarioAction {}

    /** The customer presses the button behind the confirm link in the latest mail of that step. */
    record ConfirmSubscription(String step) implements ScenarioAction {}

    /** Somebody completes the task that waits at that step. */
    record CompleteTask(String step, Map<String, Object> answers) implements ScenarioAction {}

    /** An application writes something else about the customer. */
    record PutCustomer(Map<String, Object> customer) implements ScenarioAction {}
}
