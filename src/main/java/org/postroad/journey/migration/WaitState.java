package org.postroad.journey.migration;

/**
 * A step where people can stand, or an event that wakes those who stand before an event gateway.
 *
 * @param name as drawn; the id if it has none
 * @param kind in a few words
 * @param behaviour what the engine does there; only places of the same behaviour can follow each other
 * @param async people stand before it, until the engine begins it in a transaction of its own
 * @param trigger nobody stands here; it is one of the events that a gateway waits for
 * @param timed it has a timer
 * @param people who stand there now
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

    /** Whether who stands here can stand there in another version. */
    boolean canMapTo(WaitState other) {
        return behaviour.equals(other.behaviour) && trigger == other.trigger && (!async || other.async);
    }

    /** Whether it is the same place still: its id maps by itself. */
    boolean isSameAs(WaitState other) {
        return step.equals(other.step) && kind.equals(other.kind) && canMapTo(other);
    }
}
