/**
 * What a journey achieves, in numbers: who entered, who waits where, what was sent and bought, and what would have been
 * bought anyway. Start at {@link org.postroad.report.figures.JourneyReports}.
 *
 * <p>Uses {@code journey}, for what is deployed and who waits.
 */
@NullMarked
package org.postroad.report.figures;

import org.jspecify.annotations.NullMarked;
