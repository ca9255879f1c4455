/** What one engine command keeps: the enrolments that it touches, the steps and ends that are written when it is flushed, and the events that may have been missed meanwhile. */
@NullMarked
package org.postroad.journey.camunda.session;

import org.jspecify.annotations.NullMarked;
