/** What one engine command collects: the enrolments it touches, the steps and ends to write when it is flushed, and the arrivals at waits that may have missed an event. */
@NullMarked
package org.postroad.journey.camunda.session;

import org.jspecify.annotations.NullMarked;
