/**
 * Postroad: a journey orchestrator for e-mail. Customers are enrolled in journeys drawn in BPMN, and each step sends the
 * e-mail that suits the customer.
 *
 * <p>This package only starts the application. An event passes through the packages event, customer, journey, decide,
 * compose, deliver and track, in this order; see the {@code package-info} of each.
 */
@NullMarked
package org.postroad;

import org.jspecify.annotations.NullMarked;
