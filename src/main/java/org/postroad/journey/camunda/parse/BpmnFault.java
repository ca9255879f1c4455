package org.postroad.journey.camunda.parse;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * A fault or warning in a BPMN file.
 *
 * @param sentence says what is wrong and how to correct it; shown to marketers
 * @param element its place in the file
 * @param stepId the diagram element that Modeler marks
 */
public record BpmnFault(String sentence, Element element, String stepId) {}
