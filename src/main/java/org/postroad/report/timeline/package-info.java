/**
 * A customer's timeline: events, enrolments, steps, decisions and messages in order, each with a sentence for people. Start at {@link org.postroad.report.timeline.Timelines}.
 *
 * <p>Uses {@code event}, {@code catalog} and the names of steps in {@code report.diagram}.
 */
@NullMarked
package org.postroad.report.timeline;

import org.jspecify.annotations.NullMarked;
