package org.postroad.rehearse.scenario;

import java.util.Map;

/** Something that happens in a story. Steps are named by their ids on the diagram. */
sealed interface Deed {

    /** An event of the customer; it happened a while before it arrives. */
    record Happens(String type, Map<String, Object> properties, Span late) implements Deed {}

    /** The customer opens the latest mail of that step. */
    record Opens(String step) implements Deed {}

    /** The customer clicks the first link in the latest mail of that step. */
    record Clicks(String step) implements Deed {}

    /** The customer unsubscribes by the link in the latest mail of that step. */
    record Unsubscribes(String step) implements Deed {}

    /** The customer presses the button behind the confirm link in the latest mail of that step. */
    record Confirms(String step) implements Deed {}

    /** Somebody completes the task that waits at that step. */
    record Answers(String step, Map<String, Object> answers) implements Deed {}

    /** An application writes something else about the customer. */
    record TellsProfile(Map<String, Object> customer) implements Deed {}
}
