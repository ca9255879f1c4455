package org.postroad.report.diagram;

import java.util.Optional;

/**
 * A shape of the diagram.
 *
 * @param id the BPMN element's id; a step, if people can stand on it
 * @param type the BPMN element's name: {@code sendTask}, {@code startEvent} …
 * @param marker what kind of event it is: {@code timer}, {@code message} …; empty for a plain one and for all else
 * @param label where the author put the name; empty inside tasks, and where the drawing tool left it to us
 * @param dashed an event that does not interrupt
 * @param collapsed a sub-process whose inside is not drawn
 */
record DiagramShape(
        String id,
        String type,
        String name,
        String marker,
        Bounds bounds,
        Optional<Bounds> label,
        boolean dashed,
        boolean collapsed) {

    /** The name, or for want of one the id as words: {@code wait-for-purchase} is "Wait for purchase". */
    String displayName() {
        String words = id.replace('-', ' ').replace('_', ' ').strip();
        return !name.isEmpty() || words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    boolean isEvent() {
        return type.endsWith("Event");
    }

    boolean isGateway() {
        return type.endsWith("Gateway");
    }

    boolean isTask() {
        return type.equals("task") || type.endsWith("Task") || type.equals("callActivity") || (isFrame() && collapsed);
    }

    /** A sub-process, of which the one that waits for an event is drawn dashed. */
    boolean isFrame() {
        return type.equals("subProcess")
                || type.equals("eventSubProcess")
                || type.equals("transaction")
                || type.equals("adHocSubProcess");
    }

    boolean isSwimlane() {
        return type.equals("participant") || type.equals("lane");
    }

    boolean isNote() {
        return type.equals("textAnnotation");
    }
}
