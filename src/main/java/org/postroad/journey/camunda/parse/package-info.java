/** Reads BPMN files: elements, step settings of the element templates, the flow graph, and the listeners and forms attached while the engine parses. */
@NullMarked
package org.postroad.journey.camunda.parse;

import org.jspecify.annotations.NullMarked;
