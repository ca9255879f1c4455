/** What one engine command collects: the enrolments it touches, and the steps, ends and arrivals that its flush writes. */
@NullMarked
package org.postroad.journey.camunda.session;

import org.jspecify.annotations.NullMarked;
