package org.postroad.report.diagram;

import java.util.Optional;

/**
 * A shape of the diagram.
 *
 * @param id the BPMN element's id
 * @param type the BPMN element's name: {@code sendTask}, {@code startEvent} …
 * @param marker kind of an event: {@code timer}, {@code message} …; empty for a plain event and for other shapes
 * @param label position of the name; empty for tasks, and where the diagram does not give it
 * @param dashed whether it is a non-interrupting event
 * @param collapsed whether it is a sub-process whose inside is not drawn
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

    /** The name; without one the id as words: {@code wait-for-purchase} becomes "Wait for purchase". */
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

    /** A sub-process of any kind. */
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
