package org.postroad.report.diagram;

/** The XML is not BPMN, or has no diagram that can be drawn. */
public final class DiagramUnreadable extends RuntimeException {

    DiagramUnreadable(String message) {
        super(message);
    }

    DiagramUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
