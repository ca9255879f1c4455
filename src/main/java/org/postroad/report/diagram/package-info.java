/**
 * Draws journeys as SVG on the server (ADR 5). Start at {@link org.postroad.report.diagram.JourneyDiagram}.
 *
 * <p>Uses {@code journey}, for the BPMN; the drawing itself uses nothing but the JDK.
 */
@NullMarked
package org.postroad.report.diagram;

import org.jspecify.annotations.NullMarked;
