package org.postroad.journey.migration;

/**
 * A step where enrolments can wait, or an event that an event-based gateway waits for.
 *
 * @param name the label in the diagram; the id if it has none
 * @param kind of step, in a few words
 * @param behaviour the engine's behaviour there; a wait state maps only to one of the same behaviour
 * @param async whether enrolments wait before it, until the engine begins it in a new transaction
 * @param trigger whether it is an event of a gateway; enrolments wait at the gateway, not here
 * @param timed whether it has a timer
 * @param people enrolments there now
 */
public record WaitState(
        String step,
        String name,
        String kind,
        String behaviour,
        boolean async,
        boolean trigger,
        boolean timed,
        long people) {

    /** Whether enrolments here can be migrated to that wait state of another version. */
    boolean canMapTo(WaitState other) {
        return behaviour.equals(other.behaviour) && trigger == other.trigger && (!async || other.async);
    }

    /** Whether that is the same step in another version, so that it maps by itself. */
    boolean isSameAs(WaitState other) {
        return step.equals(other.step) && kind.equals(other.kind) && canMapTo(other);
    }
}
