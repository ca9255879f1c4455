package org.postroad.journey.camunda.parse;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Something in a journey's file that must not be deployed.
 *
 * @param sentence says what and how to put it right
 * @param element where in the file
 * @param stepId the element on the diagram that it belongs to
 */
public record BpmnFault(String sentence, Element element, String stepId) {}
