/** Reads BPMN files: elements, settings, the flow graph, and the listeners and forms attached during parsing. */
@NullMarked
package org.postroad.journey.camunda.parse;

import org.jspecify.annotations.NullMarked;
