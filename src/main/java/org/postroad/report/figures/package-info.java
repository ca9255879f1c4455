/**
 * The figures of a journey: how many entered, wait at which step, got mail and bought, and the lift over the control
 * group. Start at {@link org.postroad.report.figures.JourneyReports}.
 *
 * <p>Uses {@code journey}, for the deployed journeys and who waits where.
 */
@NullMarked
package org.postroad.report.figures;

import org.jspecify.annotations.NullMarked;
