/** Validates diagrams and decision tables when they are deployed: what must not be deployed is a fault, what could be better is a warning. */
@NullMarked
package org.postroad.journey.camunda.check;

import org.jspecify.annotations.NullMarked;
